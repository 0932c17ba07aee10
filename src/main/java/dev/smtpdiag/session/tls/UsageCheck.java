package dev.smtpdiag.session.tls;

import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at what certificates may be used for (RFC 5280 4.2.1.3, 4.2.1.9, 4.2.1.12). */
final class UsageCheck {

    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String ANY = "2.5.29.37.0";

    private static final Map<String, String> PURPOSES = Map.of(
            "1.3.6.1.5.5.7.3.2", "clientAuth",
            "1.3.6.1.5.5.7.3.3", "codeSigning",
            "1.3.6.1.5.5.7.3.4", "emailProtection",
            "1.3.6.1.5.5.7.3.8", "timeStamping",
            "1.3.6.1.5.5.7.3.9", "OCSPSigning");

    private static final String[] USAGES = {
        "digitalSignature",
        "nonRepudiation",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly"
    };
    private static final int SIGN_CERTIFICATES = 5;

    private UsageCheck() {}

    static List<CertificateProblem> problems(ChainPath path) {
        List<CertificateProblem> problems = new ArrayList<>();
        for (int position : path.positions()) {
            X509Certificate certificate = path.chain().get(position);
            Optional<String> wrong = position == 0 ? ofServer(certificate) : ofAuthority(certificate);
            wrong.ifPresent(detail -> problems.add(new CertificateProblem(Kind.WRONG_USAGE, position, detail)));
        }
        return problems;
    }

    private static Optional<String> ofServer(X509Certificate certificate) {
        return purposes(certificate).or(() -> {
            boolean[] usage = certificate.getKeyUsage();
            return usage == null || usage[0] || usage[2] || usage[4]
                    ? Optional.empty()
                    : Optional.of("keyUsage " + names(usage));
        });
    }

    private static Optional<String> ofAuthority(X509Certificate certificate) {
        if (certificate.getVersion() == 3 && certificate.getBasicConstraints() < 0) {
            return Optional.of("basicConstraints CA:FALSE");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[SIGN_CERTIFICATES]) {
            return Optional.of("keyUsage " + names(usage));
        }
        return purposes(certificate);
    }

    /** The purposes that it is limited to, when a TLS server is none of them. */
    private static Optional<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes == null || purposes.contains(SERVER) || purposes.contains(ANY)) {
                return Optional.empty();
            }
            return Optional.of("extendedKeyUsage "
                    + purposes.stream()
                            .map(oid -> PURPOSES.getOrDefault(oid, oid))
                            .collect(Collectors.joining(" ")));
        } catch (CertificateParsingException e) {
            return Optional.of("extendedKeyUsage unreadable");
        }
    }

    private static String names(boolean[] usage) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(usage.length, USAGES.length); i++) {
            if (usage[i]) {
                names.add(USAGES[i]);
            }
        }
        return names.isEmpty() ? "none" : String.join(" ", names);
    }
}
