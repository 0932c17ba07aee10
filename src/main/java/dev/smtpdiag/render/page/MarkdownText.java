package dev.smtpdiag.render.page;

import java.util.List;

/** Runs of text in CommonMark, so that a reader of Markdown shows what was meant. */
final class MarkdownText {

    /** What may start something anywhere in a line. */
    private static final String SPECIAL = "\\`*_[]<>&|~";
    /** What may start something at the beginning of a line. */
    private static final String AT_START = "#+-=";

    private MarkdownText() {}

    static String of(List<Inline> runs) {
        StringBuilder text = new StringBuilder();
        for (Inline run : runs) {
            if (run instanceof Inline.Code code) {
                text.append(code(code.text()));
            } else if (run instanceof Inline.Link link) {
                text.append('[').append(escaped(link.text(), false)).append("](");
                text.append(target(link.target())).append(')');
            } else {
                text.append(escaped(run.text(), text.length() == 0));
            }
        }
        return text.toString();
    }

    /** In back-ticks, as many as it takes. */
    static String code(String literal) {
        String shown = literal.replace('\n', ' ').replace('\r', ' ');
        String fence = "`".repeat(longestRun(shown) + 1);
        if (shown.isBlank()) {
            return shown.isEmpty() ? "" : fence + shown + fence;
        }
        // One space at each end is taken away again by the reader.
        boolean padded = shown.startsWith("`") || shown.endsWith("`") || shown.startsWith(" ") && shown.endsWith(" ");
        String pad = padded ? " " : "";
        return fence + pad + shown + pad + fence;
    }

    /** The most back-ticks in a row. */
    static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /**
     * @param start whether a line or an item starts with it
     */
    static String escaped(String text, boolean start) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        int number = start ? digits(text) : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean item = number > 0 && i == number && (c == '.' || c == ')') && isEndOfWord(text, i + 1);
            boolean first = start && i == 0 && AT_START.indexOf(c) >= 0;
            if (c == '\n' || c == '\r') {
                escaped.append(' ');
                continue;
            }
            if (item || first || isSpecial(text, i)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** An underscore within a word and an ampersand before a space mean themselves. */
    private static boolean isSpecial(String text, int at) {
        char c = text.charAt(at);
        if (c == '_') {
            return !isWord(text, at - 1) || !isWord(text, at + 1);
        }
        if (c == '&' || c == '<') {
            return at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        }
        return SPECIAL.indexOf(c) >= 0;
    }

    private static boolean isEndOfWord(String text, int at) {
        return at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** How many digits it starts with. */
    private static int digits(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) >= '0' && text.charAt(count) <= '9') {
            count++;
        }
        return count;
    }

    private static String target(String address) {
        boolean odd = false;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            odd |= c <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '\\';
        }
        return odd ? "<" + address.replaceAll("[<>\\\\\\s]", "") + ">" : address;
    }
}
