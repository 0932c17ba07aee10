package dev.smtpdiag.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts arguments in place of <code>{name}</code> and obeys the guard <code>{?name}</code> at the start of an item. */
final class Placeholders {

    private final Map<String, String> arguments;

    Placeholders(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    /** The items that may appear, filled in. */
    List<String> fill(List<String> items) {
        List<String> filled = new ArrayList<>(items.size());
        for (String item : items) {
            String text = fill(item);
            if (text != null) {
                filled.add(text);
            }
        }
        return filled;
    }

    String require(String text) {
        String filled = fill(text);
        if (filled == null) {
            throw new IllegalArgumentException("an argument is missing for: " + text);
        }
        return filled;
    }

    /** The text filled in, or null when a guard or a missing argument forbids it. */
    private @Nullable String fill(String text) {
        String rest = text;
        while (rest.startsWith("{?")) {
            int end = rest.indexOf('}');
            if (end < 0 || !arguments.containsKey(rest.substring(2, end))) {
                return null;
            }
            rest = rest.substring(end + 1).stripLeading();
        }
        return substitute(rest);
    }

    private @Nullable String substitute(String text) {
        StringBuilder filled = new StringBuilder(text.length() + 16);
        int copied = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            if (close < 0 || !isName(text, open + 1, close)) {
                continue;
            }
            String value = arguments.get(text.substring(open + 1, close));
            if (value == null) {
                return null;
            }
            // A back-tick in a value would turn literal text inside out.
            filled.append(text, copied, open).append(value.replace('`', '\''));
            copied = close + 1;
        }
        return filled.append(text, copied, text.length()).toString();
    }

    private static boolean isName(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '.') {
                return false;
            }
        }
        return end > start;
    }
}
