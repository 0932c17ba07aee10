package dev.smtpdiag.render;

/**
 * Makes text from a server harmless for a terminal: it could clear the screen, set the title, fill the clipboard, or turn
 * the direction of writing.
 */
public final class Neutral {

    private Neutral() {}

    /** The text with every control and direction character replaced by a visible {@code \xNN} or <code>&#92;uNNNN</code>. */
    public static String text(String untrusted) {
        int first = firstUnsafe(untrusted);
        if (first < 0) {
            return untrusted;
        }
        StringBuilder safe = new StringBuilder(untrusted.length() + 16).append(untrusted, 0, first);
        for (int i = first; i < untrusted.length(); i++) {
            char c = untrusted.charAt(i);
            if (!isUnsafe(c)) {
                safe.append(c);
            } else if (c < 0x100) {
                safe.append("\\x").append(hex(c, 2));
            } else {
                safe.append("\\u").append(hex(c, 4));
            }
        }
        return safe.toString();
    }

    private static int firstUnsafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isUnsafe(char c) {
        if (c < 0x20 || c >= 0x7f && c < 0xa0) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED && c >= 0xfff0;
    }

    private static String hex(int value, int digits) {
        String text = Integer.toHexString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
