package dev.smtpdiag.smtp;

import org.jspecify.annotations.Nullable;

/**
 * An enhanced status code such as {@code 5.7.8} (RFC 3463 2, RFC 2034 4).
 *
 * @param classDigit 2 (success), 4 (persistent transient failure) or 5 (permanent failure)
 * @param subject 0 to 999
 * @param detail 0 to 999
 */
public record EnhancedStatusCode(int classDigit, int subject, int detail) {

    public EnhancedStatusCode {
        if (classDigit != 2 && classDigit != 4 && classDigit != 5) {
            throw new IllegalArgumentException("class must be 2, 4 or 5: " + classDigit);
        }
        if (subject < 0 || subject > 999 || detail < 0 || detail > 999) {
            throw new IllegalArgumentException("subject and detail have one to three digits");
        }
    }

    /** Reads a text that is exactly one enhanced status code, or returns null. */
    public static @Nullable EnhancedStatusCode parse(String text) {
        int end = end(text, 0);
        return end == text.length() ? read(text, 0, end) : null;
    }

    /** Reads the code that a reply text starts with (RFC 2034 4: code, then a space), or returns null. */
    public static @Nullable EnhancedStatusCode leading(String text) {
        int start = text.startsWith("#") || text.startsWith("(#") ? text.indexOf('#') + 1 : 0;
        int end = end(text, start);
        if (end < 0 || end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return null;
        }
        return read(text, start, end);
    }

    /** Subject and detail without the class digit, as the registry lists them: {@code 7.8}. */
    public String topic() {
        return subject + "." + detail;
    }

    private static EnhancedStatusCode read(String text, int start, int end) {
        int firstDot = text.indexOf('.', start);
        int secondDot = text.indexOf('.', firstDot + 1);
        return new EnhancedStatusCode(
                text.charAt(start) - '0',
                Integer.parseInt(text, firstDot + 1, secondDot, 10),
                Integer.parseInt(text, secondDot + 1, end, 10));
    }

    /** The index behind a well-formed code that starts at {@code start}, or -1. */
    private static int end(String text, int start) {
        if (text.length() < start + 5 || "245".indexOf(text.charAt(start)) < 0) {
            return -1;
        }
        int position = start + 1;
        for (int part = 0; part < 2; part++) {
            if (position >= text.length() || text.charAt(position) != '.') {
                return -1;
            }
            int digits = 0;
            position++;
            while (position < text.length() && isDigit(text.charAt(position))) {
                position++;
                digits++;
            }
            if (digits < 1 || digits > 3) {
                return -1;
            }
        }
        boolean followedByDot = position < text.length() && text.charAt(position) == '.';
        boolean continuesAsNumber = followedByDot && position + 1 < text.length() && isDigit(text.charAt(position + 1));
        return continuesAsNumber ? -1 : position;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return classDigit + "." + subject + "." + detail;
    }
}
