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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in what a server sends back: as they are, and in the encodings in which servers and proxies echo them.
 *
 * <p>Values of fewer than three characters are left alone: masking them would hide nothing and destroy every text.
 */
final class Redactor {

    private static final int SHORTEST = 3;

    /** As much of the beginning of a secret at the end of a text is masked, too: the text may have been cut there. */
    private static final int SHORTEST_BEGINNING = 4;

    private static final Pattern CODED = Pattern.compile("[A-Za-z0-9+/]{8,}={0,2}");

    private static final String MASKED = Matcher.quoteReplacement(Secret.MASK);

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Set<String> forms = new LinkedHashSet<>();

    void protect(Secret secret) {
        String value = secret.reveal();
        add(value);
        for (Charset charset : CHARSETS) {
            byte[] octets = value.getBytes(charset);
            addAll(octets);
        }
        add(quotedPrintable(value.getBytes(StandardCharsets.UTF_8)));
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (String form : List.of(url, url.replace("+", "%20"))) {
            add(form);
            // Others leave these as they are (RFC 3986 2.3 and older).
            add(form.replace("%7E", "~"));
            add(form.replace("%7E", "~")
                    .replace("%21", "!")
                    .replace("%27", "'")
                    .replace("%28", "(")
                    .replace("%29", ")")
                    .replace("%2A", "*"));
        }
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

    /** Redacts a text that may have been cut in the middle of a secret. */
    String redactCut(String text) {
        return withoutBeginning(redactLogin(text));
    }

    /** Masks the beginning of a secret at the end of a text. */
    private String withoutBeginning(String text) {
        String result = text;
        for (String form : forms) {
            int longest = Math.min(form.length() - 1, result.length());
            for (int length = longest; length >= SHORTEST_BEGINNING; length--) {
                if (result.regionMatches(true, result.length() - length, form, 0, length)) {
                    result = result.substring(0, result.length() - length) + Secret.MASK;
                    break;
                }
            }
        }
        return result;
    }

    /**
     * Redacts what is said during a login: a word that hides a secret below base64 is masked as a whole, because a reader
     * sees challenges decoded (RFC 4954 4), and some servers quote in their replies what they were sent.
     */
    String redactLogin(String line) {
        if (forms.isEmpty()) {
            return line;
        }
        return redact(CODED.matcher(line).replaceAll(word -> hides(word.group()) ? MASKED : "$0"));
    }

    private boolean hides(String coded) {
        try {
            // What is left over of four characters may be cut off, and tells nothing without the rest.
            byte[] octets = Base64.getDecoder().decode(coded.substring(0, coded.length() / 4 * 4));
            return isRedacted(new String(octets, StandardCharsets.ISO_8859_1))
                    || isRedacted(new String(octets, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isRedacted(String text) {
        return !withoutBeginning(redact(text)).equals(text);
    }

    /** RFC 2045 6.7, without line breaks. */
    private static String quotedPrintable(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (byte octet : octets) {
            boolean literal = octet >= ' ' && octet < 0x7f && octet != '=';
            if (literal) {
                text.append((char) octet);
            } else {
                text.append('=').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return text.toString();
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
        StringBuilder result = new StringBuilder();
        int position = 0;
        for (int i = 0; i + form.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, form, 0, form.length())) {
                result.append(text, position, i).append(Secret.MASK);
                position = i + form.length();
                i = position - 1;
            }
        }
        return position == 0
                ? text
                : result.append(text, position, text.length()).toString();
    }
}
