package dev.smtpdiag.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads why a token was refused: a flat JSON object (RFC 7628 3.2.2), with a number for a status at Google, with the error
 * codes of RFC 6750 3.1 elsewhere.
 */
final class OAuthError {

    /** Values with escapes are left out: they say nothing that matters, and could hide something. */
    private static final Pattern MEMBER =
            Pattern.compile("\"([a-z_-]{1,30})\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|(\\d{1,5}))");

    private static final List<String> SHOWN =
            List.of("status", "error", "error_description", "schemes", "scope", "openid-configuration");

    private OAuthError() {}

    static Challenge read(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher members = MEMBER.matcher(text);
        while (members.find()) {
            all.put(members.group(1), members.group(2) == null ? members.group(3) : members.group(2));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : SHOWN) {
            String value = all.get(name);
            if (value != null && !value.isEmpty()) {
                facts.put(name, Challenge.cut(value));
            }
        }
        return facts.isEmpty() ? Challenge.opaque(text.length()) : new Challenge(Challenge.Kind.OAUTH_ERROR, facts);
    }
}
