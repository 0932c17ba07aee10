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
 * @param pin SHA-256 of the public key in base64 (RFC 7469 2.4), or empty
 * @param caIssuers where its issuer's certificate can be fetched (RFC 5280 4.2.2.1), or empty
 * @param der the certificate itself in base64, or empty
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
        boolean selfSigned,
        String pin,
        String caIssuers,
        String der) {

    public CertificateFacts {
        names = List.copyOf(names);
    }

    /** What is known of a certificate that is not at hand. */
    public CertificateFacts(
            String subject,
            String issuer,
            Instant notBefore,
            Instant notAfter,
            List<String> names,
            String key,
            String signature,
            String sha256,
            boolean selfSigned) {
        this(subject, issuer, notBefore, notAfter, names, key, signature, sha256, selfSigned, "", "", "");
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
