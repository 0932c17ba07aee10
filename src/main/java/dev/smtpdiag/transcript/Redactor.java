package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.Secret;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Masks secrets in what a server sends back: as they are, and in the encodings in which servers and proxies echo them.
 *
 * <p>Values of fewer than three characters are left alone: masking them would hide nothing and destroy every text.
 */
final class Redactor {

    private static final int SHORTEST = 3;

    private final Set<String> forms = new LinkedHashSet<>();

    void protect(Secret secret) {
        String value = secret.reveal();
        add(value);
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
            byte[] octets = value.getBytes(charset);
            addAll(octets);
        }
        add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    String redact(String text) {
        if (forms.isEmpty() || text.isEmpty()) {
            return text;
        }
        List<String> longestFirst = forms.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        String result = text;
        for (String form : longestFirst) {
            result = replace(result, form);
        }
        return result;
    }

    private void addAll(byte[] octets) {
        add(new String(octets, StandardCharsets.ISO_8859_1));
        String hex = HexFormat.of().formatHex(octets);
        add(hex);
        for (int offset = 0; offset < 3; offset++) {
            addBase64(octets, offset);
        }
    }

    /** The base64 characters that depend on the secret alone when it starts at this offset of a longer message. */
    private void addBase64(byte[] octets, int offset) {
        byte[] shifted = new byte[offset + octets.length];
        System.arraycopy(octets, 0, shifted, offset, octets.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = offset == 0 ? 0 : offset + 1;
        int to = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        if (to > from) {
            add(encoded.substring(from, to));
            add(encoded.substring(from, to).replace('+', '-').replace('/', '_'));
        }
    }

    private void add(String form) {
        if (form.length() >= SHORTEST) {
            forms.add(form);
        }
    }

    private static String replace(String text, String form) {
        String haystack = text.toLowerCase(Locale.ROOT);
        String needle = form.toLowerCase(Locale.ROOT);
        if (haystack.length() != text.length() || needle.length() != form.length()) {
            return text.replace(form, Secret.MASK); // lower case changed the length: match exactly
        }
        StringBuilder result = new StringBuilder();
        int position = 0;
        for (int hit = haystack.indexOf(needle); hit >= 0; hit = haystack.indexOf(needle, position)) {
            result.append(text, position, hit).append(Secret.MASK);
            position = hit + form.length();
        }
        return result.append(text, position, text.length()).toString();
    }
}
