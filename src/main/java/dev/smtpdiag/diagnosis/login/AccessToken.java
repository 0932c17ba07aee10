package dev.smtpdiag.diagnosis.login;

import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an OAuth access token says of itself, where it is a JSON Web Token (RFC 7519, RFC 9068). Its signature is not looked
 * at: that is for the server. Holds no part of the token itself; claims stay in here and are compared, never shown.
 *
 * @param expires end of its time ({@code exp})
 * @param notBefore begin of its time ({@code nbf})
 * @param issuer who made it ({@code iss}), empty when it does not say
 * @param audience whom it is for ({@code aud})
 * @param scopes what it allows, by whichever claim says so
 */
record AccessToken(
        Optional<Instant> expires,
        Optional<Instant> notBefore,
        String issuer,
        List<String> audience,
        List<String> scopes) {

    private static final int LONGEST = 32 * 1024;

    /** Access tokens of Google (RFC 6749 1.4: a token may mean nothing to the client). */
    private static final String GOOGLE = "ya29.";

    /** A header of JSON in Base64: <code>{"</code>. */
    private static final String HEADER = "eyJ";

    AccessToken {
        audience = List.copyOf(audience);
        scopes = List.copyOf(scopes);
    }

    /** Whether a text is an access token by its form, readable or not. */
    static boolean isToken(String text) {
        return text.startsWith(GOOGLE) && text.length() > 40 || text.startsWith(HEADER) && isInThreeParts(text);
    }

    /** Nothing for a token that only its server can read, and for what is no token. */
    static Optional<AccessToken> read(Secret secret) {
        String text = secret.reveal().strip();
        if (text.length() > LONGEST || !text.startsWith(HEADER) || !isInThreeParts(text)) {
            return Optional.empty();
        }
        Map<String, List<String>> claims = claims(text.substring(text.indexOf('.') + 1, text.lastIndexOf('.')));
        return claims == null ? Optional.empty() : Optional.of(of(claims));
    }

    private static AccessToken of(Map<String, List<String>> claims) {
        List<String> issuer = claims.getOrDefault("iss", List.of());
        return new AccessToken(
                time(claims, "exp"),
                time(claims, "nbf"),
                issuer.isEmpty() ? "" : issuer.get(0),
                claims.getOrDefault("aud", List.of()),
                java.util.stream.Stream.of("scp", "scope", "roles")
                        .flatMap(name -> claims.getOrDefault(name, List.of()).stream())
                        .flatMap(list -> List.of(list.split(" ")).stream())
                        .toList());
    }

    private static @Nullable Map<String, List<String>> claims(String part) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(part);
            return Claims.parse(new String(octets, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Seconds since 1970 (RFC 7519 2, NumericDate). */
    private static Optional<Instant> time(Map<String, List<String>> claims, String name) {
        List<String> values = claims.getOrDefault(name, List.of());
        if (values.size() != 1 || !values.get(0).matches("\\d{1,12}(\\.\\d+)?")) {
            return Optional.empty();
        }
        String number = values.get(0);
        int point = number.indexOf('.');
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(point < 0 ? number : number.substring(0, point))));
    }

    /** Header, claims and signature (RFC 7515 7.1); an encrypted token has five parts. */
    private static boolean isInThreeParts(String text) {
        int first = text.indexOf('.');
        int last = text.lastIndexOf('.');
        return first > 0 && last > first + 1 && text.indexOf('.', first + 1) == last;
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
