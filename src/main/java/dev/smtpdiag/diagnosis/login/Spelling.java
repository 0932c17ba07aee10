package dev.smtpdiag.diagnosis.login;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a user name or a password looks like. Every question takes time in proportion to the length of the text. */
final class Spelling {

    /** No password is longer, and the patterns need not look at more. */
    private static final int LONGEST = 1024;

    private static final int SHORTEST_BASE64 = 12;

    private static final Pattern UNEXPANDED = Pattern.compile("\\$[A-Z_][A-Z0-9_]{2,}|\\$env:\\w+|\\$\\{[^{}]+}"
            + "|\\$\\([^()]+\\)|%[A-Za-z_][A-Za-z0-9_]*%|\\$?\\{\\{[^{}]+}}|<%=[^%]+%>|ENC\\([^()]+\\)"
            + "|\\{cipher}.+|op://.+|arn:aws[a-z-]*:(secretsmanager|ssm):.+|@Microsoft\\.KeyVault\\(.+\\)");

    private static final Pattern MASK = Pattern.compile("[*\u2022\u25CF\u00B7]{3,}|[xX]{6,}|<[^<>]+>"
            + "|\\[?(?i:your)[-_ ]?(?i:smtp|app|api|mail|email)?[-_ ]?(?i:password|key|secret|token)]?");

    private static final Pattern URL = Pattern.compile("(?i:https?|smtps?|submissions?|postgres|imaps?)://.+");

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}");

    private Spelling() {}

    static boolean isUnexpanded(String text) {
        return isShort(text) && UNEXPANDED.matcher(text.strip()).matches();
    }

    static boolean isMask(String text) {
        return isShort(text) && MASK.matcher(text.strip()).matches();
    }

    static boolean isUrl(String text) {
        return isShort(text) && URL.matcher(text.strip()).matches();
    }

    static boolean isAddress(String text) {
        return isShort(text) && ADDRESS.matcher(text.strip()).matches();
    }

    static boolean isQuoted(String text) {
        String inner = text.strip();
        if (inner.length() < 3) {
            return false;
        }
        char first = inner.charAt(0);
        char last = inner.charAt(inner.length() - 1);
        boolean ascii = first == last && (first == '"' || first == '\'' || first == '`');
        return ascii || first == '\u201C' && last == '\u201D' || first == '\u2018' && last == '\u2019';
    }

    static boolean hasLineEnd(String text) {
        return isLineEnd(text, 0) || isLineEnd(text, text.length() - 1);
    }

    private static boolean isLineEnd(String text, int index) {
        return index >= 0 && index < text.length() && (text.charAt(index) == '\n' || text.charAt(index) == '\r');
    }

    /** Whether it begins or ends with a blank, line ends apart. */
    static boolean hasSpace(String text) {
        String inner = text.replace("\r", "").replace("\n", "");
        return !inner.equals(inner.strip());
    }

    /** Whether it is the URL form of something: at least one escape, and nothing that a URL would have escaped. */
    static boolean isUrlEncoded(String text) {
        byte[] octets = new byte[text.length()];
        int count = 0;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
                octets[count++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
                escaped = true;
                i += 2;
            } else if (isUnreserved(c)) {
                octets[count++] = (byte) c;
            } else {
                return false;
            }
        }
        return escaped && isPrintable(octets, count);
    }

    /** Whether it is Base64 of plain text, long enough not to be chance. */
    static boolean isBase64OfText(String text) {
        if (text.length() < SHORTEST_BASE64 || !isShort(text) || text.length() % 4 != 0) {
            return false;
        }
        try {
            byte[] octets = Base64.getDecoder().decode(text);
            return isPrintable(octets, octets.length);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPrintable(byte[] octets, int count) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, count))
                    .chars()
                    .allMatch(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** RFC 3986 2.3, and what encoders leave beside that. */
    private static boolean isUnreserved(char c) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return letter || "-._~!*'()+".indexOf(c) >= 0;
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST;
    }
}
