package dev.smtpdiag.session.tls;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that OpenSSL gives to cipher suites, as far as they follow its rule. */
final class OpenSslNames {

    private static final Pattern FORM = Pattern.compile("(?:(ECDHE|DHE|EDH|ECDH|ADH|AECDH)(?:-(RSA|ECDSA|DSS))?-)?"
            + "(AES128|AES256|CAMELLIA128|CAMELLIA256|ARIA128|ARIA256|CHACHA20|DES-CBC3|DES-CBC|RC4|NULL)"
            + "(-GCM|-CCM8|-CCM|-POLY1305)?(?:-(MD5|SHA|SHA256|SHA384))?");

    private static final Map<String, String> CIPHERS = Map.ofEntries(
            Map.entry("AES128", "AES_128"),
            Map.entry("AES256", "AES_256"),
            Map.entry("CAMELLIA128", "CAMELLIA_128"),
            Map.entry("CAMELLIA256", "CAMELLIA_256"),
            Map.entry("ARIA128", "ARIA_128"),
            Map.entry("ARIA256", "ARIA_256"),
            Map.entry("CHACHA20", "CHACHA20"),
            Map.entry("DES-CBC3", "3DES_EDE_CBC"),
            Map.entry("DES-CBC", "DES_CBC"),
            Map.entry("RC4", "RC4_128"),
            Map.entry("NULL", "NULL"));

    private OpenSslNames() {}

    /** The IANA name of a suite, if what was given is a name of OpenSSL. */
    static Optional<String> iana(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String cipher = CIPHERS.get(matcher.group(3));
        String mode = mode(matcher.group(3), matcher.group(4));
        String hash = matcher.group(5);
        if (hash == null) {
            boolean implied = mode.equals("_POLY1305") || mode.startsWith("_CCM");
            if (!implied) {
                return Optional.empty();
            }
            hash = mode.equals("_POLY1305") ? "SHA256" : "";
        }
        return Optional.of("TLS_" + exchange(matcher.group(1), matcher.group(2)) + "_WITH_" + cipher + mode
                + (hash.isEmpty() ? "" : "_" + hash));
    }

    private static String mode(String cipher, String mode) {
        if (mode != null) {
            return mode.equals("-CCM8") ? "_CCM_8" : mode.replace('-', '_');
        }
        boolean block = cipher.startsWith("AES") || cipher.startsWith("CAMELLIA") || cipher.startsWith("ARIA");
        return block ? "_CBC" : "";
    }

    private static String exchange(String exchange, String authentication) {
        if (exchange == null) {
            return "RSA";
        }
        return switch (exchange) {
            case "ADH" -> "DH_anon";
            case "AECDH" -> "ECDH_anon";
            case "EDH" -> "DHE_" + (authentication == null ? "RSA" : authentication);
            default -> exchange + "_" + (authentication == null ? "RSA" : authentication);
        };
    }
}
