package dev.smtpdiag.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the challenges of DIGEST-MD5 (RFC 2831 2.1.1). */
final class DigestChallenge {

    private static final Pattern DIRECTIVE = Pattern.compile("([a-z-]{1,20})=(?:\"([^\"]*)\"|([^,\"]*))");

    private static final List<String> SHOWN = List.of("realm", "qop", "algorithm", "charset", "cipher");

    private DigestChallenge() {}

    static Challenge read(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher directives = DIRECTIVE.matcher(text);
        while (directives.find()) {
            String value = directives.group(2) == null ? directives.group(3) : directives.group(2);
            all.merge(directives.group(1), value, (first, other) -> first + " " + other);
        }
        if (all.containsKey("rspauth")) {
            return new Challenge(Challenge.Kind.DIGEST_PROOF, Map.of());
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : SHOWN) {
            String value = all.get(name);
            if (value != null) {
                facts.put(name, Challenge.cut(value));
            }
        }
        return facts.isEmpty() ? Challenge.opaque(text.length()) : new Challenge(Challenge.Kind.DIGEST, facts);
    }
}
