package dev.smtpdiag.transcript;

import java.time.Instant;
import java.util.List;

/**
 * What a certificate says (RFC 5280 4.1).
 *
 * @param subject distinguished name
 * @param issuer distinguished name
 * @param notBefore first moment of validity
 * @param notAfter last moment of validity
 * @param names DNS names and addresses of the subjectAltName extension
 * @param key algorithm and size, {@code RSA 2048}
 * @param signature signature algorithm
 * @param sha256 fingerprint, lower-case hex
 * @param selfSigned whether it is signed with its own key
 */
public record CertificateFacts(
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        List<String> names,
        String key,
        String signature,
        String sha256,
        boolean selfSigned) {

    public CertificateFacts {
        names = List.copyOf(names);
    }

    /** The common name of the subject, or the whole subject. */
    public String subjectName() {
        return commonName(subject);
    }

    /** The common name of the issuer, or the whole issuer. */
    public String issuerName() {
        return commonName(issuer);
    }

    private static String commonName(String distinguishedName) {
        for (String part : distinguishedName.split("(?<!\\\\),")) {
            String stripped = part.strip();
            if (stripped.regionMatches(true, 0, "CN=", 0, 3)) {
                return stripped.substring(3).replace("\\", "");
            }
        }
        return distinguishedName;
    }
}
