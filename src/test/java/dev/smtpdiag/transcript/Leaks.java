package dev.smtpdiag.transcript;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a secret in a text, whatever encoding hides it. Works the other way round than the code that masks: it decodes
 * all that can be decoded and looks for the secret in the results.
 */
public final class Leaks {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{4,}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2,}");

    private Leaks() {}

    /** In which encodings a secret shows in a text; none when it is safe. */
    public static List<String> in(String text, String secret) {
        List<String> found = new ArrayList<>();
        if (text.contains(secret)) {
            found.add("plain");
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            String octets = new String(secret.getBytes(charset), StandardCharsets.ISO_8859_1);
            if (text.contains(octets)) {
                found.add("octets of " + charset);
            }
            if (decodedBase64(text).stream().anyMatch(decoded -> decoded.contains(octets))) {
                found.add("base64 of " + charset);
            }
            if (decodedHex(text).stream().anyMatch(decoded -> decoded.contains(octets))) {
                found.add("hex of " + charset);
            }
            if (decodedUrl(text).contains(octets)) {
                found.add("URL encoding of " + charset);
            }
        }
        return found;
    }

    private static List<String> decodedBase64(String text) {
        List<String> decoded = new ArrayList<>();
        Matcher runs = BASE64.matcher(text);
        while (runs.find()) {
            String run = runs.group().replace('-', '+').replace('_', '/');
            for (int offset = 0; offset < 4 && run.length() - offset > 1; offset++) {
                int length = run.length() - offset;
                String part = run.substring(offset, offset + (length % 4 == 1 ? length - 1 : length));
                decoded.add(new String(Base64.getDecoder().decode(part), StandardCharsets.ISO_8859_1));
            }
        }
        return decoded;
    }

    private static List<String> decodedHex(String text) {
        List<String> decoded = new ArrayList<>();
        Matcher runs = HEX.matcher(text);
        while (runs.find()) {
            for (int offset = 0; offset < 2; offset++) {
                String run = runs.group().substring(offset).toLowerCase(Locale.ROOT);
                String even = run.substring(0, run.length() / 2 * 2);
                decoded.add(new String(HexFormat.of().parseHex(even), StandardCharsets.ISO_8859_1));
            }
        }
        return decoded;
    }

    private static String decodedUrl(String text) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '%'
                    && i + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2));
            if (escape) {
                decoded.append((char) HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                decoded.append(text.charAt(i) == '+' ? ' ' : text.charAt(i));
            }
        }
        return decoded.toString();
    }
}
