package dev.smtpdiag.simulate;

import java.nio.charset.StandardCharsets;

/** Octets kept as a text, one char an octet, so that they compare and print like any other value. */
final class Octets {

    private Octets() {}

    /** The octets of a text in UTF-8. */
    static String ofText(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The octets of a text in UTF-8, with the escapes {@code \r \n \t \0 \\ \xNN} replaced. */
    static String ofEscaped(SourceLine line, String text) {
        String octets = ofText(text);
        StringBuilder result = new StringBuilder(octets.length());
        int position = 0;
        while (position < octets.length()) {
            char c = octets.charAt(position);
            if (c != '\\') {
                result.append(c);
                position++;
            } else if (octets.startsWith("\\x", position)) {
                result.append(hex(line, octets, position + 2));
                position += 4;
            } else {
                result.append(single(line, octets, position + 1));
                position += 2;
            }
        }
        return result.toString();
    }

    /** The text of octets, as far as they are UTF-8. */
    static String text(String octets) {
        return new String(bytes(octets), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static char hex(SourceLine line, String octets, int position) {
        int high = position + 1 < octets.length() ? Character.digit(octets.charAt(position), 16) : -1;
        int low = position + 1 < octets.length() ? Character.digit(octets.charAt(position + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw line.error("two hexadecimal digits must follow \\x");
        }
        return (char) (high * 16 + low);
    }

    private static char single(SourceLine line, String octets, int position) {
        char c = position < octets.length() ? octets.charAt(position) : ' ';
        return switch (c) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> '\0';
            case '\\' -> '\\';
            default -> throw line.error("unknown escape (known are \\r, \\n, \\t, \\0, \\\\ and \\xNN)");
        };
    }
}
