package dev.smtpdiag.cli;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A password that is easy to find again: none of its encodings looks like the password itself, and nothing else looks like
 * any of them.
 */
final class Canary {

    static final String PASSWORD = "Canary-p%c3 w0rd+/=&é";

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private Canary() {}

    /** A scenario of the library with the canary in the place of the password or token that its client uses. */
    static String instead(String scenario) {
        String password = scenario.lines()
                .filter(line -> line.startsWith("password: ") || line.startsWith("token: "))
                .map(line -> line.substring(line.indexOf(' ')).strip())
                .findFirst()
                .orElse("");
        return password.isEmpty() ? scenario : scenario.replace(password, PASSWORD);
    }

    /** Every form in which the canary could show itself, by name. */
    static Map<String, String> forms() {
        return forms(PASSWORD);
    }

    /** The names of the forms that a text holds; of the first words alone, too, so that half a leak is one. */
    static List<String> leaks(String text) {
        return leaks(PASSWORD, text);
    }

    /** The same for another secret that begins like the canary. */
    static List<String> leaks(String secret, String text) {
        Map<String, String> wanted = new LinkedHashMap<>(forms(secret));
        forms(PASSWORD.substring(0, PASSWORD.indexOf(' ')))
                .forEach((name, form) -> wanted.put("beginning, " + name, form));
        return wanted.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(form -> form.getKey() + ": " + form.getValue())
                .toList();
    }

    /** Every form in which a secret could show itself, by name. */
    static Map<String, String> forms(String secret) {
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("plain", secret);
        forms.put("octets shown as Latin-1", new String(octets, StandardCharsets.ISO_8859_1));
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.put("form", form);
        forms.put("URL", form.replace("+", "%20"));
        forms.put("URL in lower case", form.replace("+", "%20").toLowerCase(Locale.ROOT));
        forms.put("hex", HexFormat.of().formatHex(octets));
        forms.put("HEX", HexFormat.of().withUpperCase().formatHex(octets));
        forms.put("quoted-printable", quotedPrintable(octets));
        Map<String, Charset> charsets = Map.of(
                "UTF-8", StandardCharsets.UTF_8,
                "ISO-8859-1", StandardCharsets.ISO_8859_1,
                "UTF-16LE", StandardCharsets.UTF_16LE,
                "UTF-16BE", StandardCharsets.UTF_16BE);
        charsets.forEach((name, charset) -> {
            for (int offset = 0; offset < 3; offset++) {
                forms.put("base64 of " + name + " at " + offset, base64(secret.getBytes(charset), offset));
            }
        });
        return forms;
    }

    /** The characters that depend on the octets alone, whatever stands before and behind them. */
    private static String base64(byte[] octets, int offset) {
        byte[] shifted = new byte[offset + octets.length];
        System.arraycopy(octets, 0, shifted, offset, octets.length);
        int begin = offset == 0 ? 0 : offset + 1;
        int whole = shifted.length * 8 / 6;
        return BASE64.encodeToString(shifted).substring(begin, whole);
    }

    private static String quotedPrintable(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1)
                .chars()
                .mapToObj(c -> c == '=' || c > 126 ? String.format("=%02X", c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
