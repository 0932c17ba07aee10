package dev.smtpdiag.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a 334 reply asks (RFC 4954 4), decoded as far as a reader has use for it. Holds nothing by which a password could
 * be tried out.
 *
 * @param kind what it is
 * @param facts what it says, by name, in the order in which they matter; text of the server, bounded
 */
public record Challenge(Kind kind, Map<String, String> facts) {

    private static final int LONGEST = 200;
    private static final int LONGEST_CODED = 16 * 1024;

    /** What a challenge can be. */
    public enum Kind {
        /** A question of LOGIN. */
        PROMPT,
        /** What CRAM-MD5 (RFC 2195) wants signed. */
        CRAM,
        /** The terms of DIGEST-MD5 (RFC 2831 2.1.1). */
        DIGEST,
        /** The proof of a server of DIGEST-MD5 (RFC 2831 2.1.3). */
        DIGEST_PROOF,
        /** The terms of SCRAM (RFC 5802 7, server-first-message). */
        SCRAM,
        /** The proof of a server of SCRAM. */
        SCRAM_PROOF,
        /** Why SCRAM failed (RFC 5802 7, server-error). */
        SCRAM_ERROR,
        /** The domain and version of a Windows server ([MS-NLMP] 2.2.1.2). */
        NTLM,
        /** Why a token was refused (RFC 7628 3.2.2). */
        OAUTH_ERROR,
        /** Anything else. */
        OPAQUE,
        /** Against RFC 4954 4. */
        NOT_BASE64;

        /** The name in reports, {@code oauth-error}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Challenge {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * Reads a challenge.
     *
     * @param mechanism of the login, in upper case
     * @param text what stands behind 334
     * @return nothing for an empty one
     */
    public static Optional<Challenge> read(String mechanism, String text) {
        String coded = text.strip();
        if (coded.isEmpty() || coded.length() > LONGEST_CODED) {
            return Optional.empty();
        }
        byte[] octets;
        try {
            octets = Base64.getDecoder().decode(coded);
        } catch (IllegalArgumentException e) {
            return Optional.of(new Challenge(Kind.NOT_BASE64, Map.of()));
        }
        String decoded = new String(octets, StandardCharsets.UTF_8);
        return Optional.of(
                switch (mechanism) {
                    case "LOGIN" ->
                        single(Kind.PROMPT, "text", decoded.replace("\0", "").strip());
                    case "CRAM-MD5" -> single(Kind.CRAM, "text", decoded);
                    case "DIGEST-MD5" -> DigestChallenge.read(decoded);
                    case "XOAUTH2", "OAUTHBEARER" -> OAuthError.read(decoded);
                    case "NTLM" -> NtlmChallenge.read(octets);
                    default -> mechanism.startsWith("SCRAM-") ? scram(decoded) : opaque(octets.length);
                });
    }

    /** One fact, or nothing. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    static Challenge opaque(int octets) {
        return single(Kind.OPAQUE, "octets", Integer.toString(octets));
    }

    static Challenge single(Kind kind, String name, String value) {
        return new Challenge(kind, Map.of(name, cut(value)));
    }

    static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    private static Challenge scram(String text) {
        if (text.startsWith("e=")) {
            return single(Kind.SCRAM_ERROR, "error", text.substring(2));
        }
        if (text.startsWith("v=")) {
            return new Challenge(Kind.SCRAM_PROOF, Map.of());
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            if (part.startsWith("i=") && part.length() <= 12) {
                facts.put("iterations", part.substring(2));
            } else if (part.startsWith("s=")) {
                facts.put("saltLength", Integer.toString(octets(part.substring(2))));
            }
        }
        return facts.isEmpty() ? opaque(text.length()) : new Challenge(Kind.SCRAM, facts);
    }

    private static int octets(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
