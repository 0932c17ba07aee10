package dev.smtpdiag.session.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the certificate status that a server staples to its handshake (RFC 6066 8, RFC 6960). Asks nobody. */
final class Revocation {

    private Revocation() {}

    /**
     * Why the certificate was revoked, if a response says so that its issuer signed.
     *
     * @param issuer of the certificate
     * @param response OCSPResponse in DER
     */
    static Optional<String> reason(X509Certificate certificate, X509Certificate issuer, byte[] response, Instant now) {
        try {
            CertPathValidator validator = CertPathValidator.getInstance("PKIX");
            PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            // With the response at hand, and no way but OCSP, the checker has nothing to fetch.
            checker.setOptions(
                    EnumSet.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
            checker.setOcspResponses(Map.of(certificate, response));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            parameters.addCertPathChecker(checker);
            validator.validate(
                    CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            if (e.getReason() != BasicReason.REVOKED) {
                return Optional.empty();
            }
            return Optional.of(
                    e.getCause() instanceof CertificateRevokedException revoked
                            ? revoked.getRevocationReason()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' ')
                            : "unspecified");
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
