package dev.smtpdiag.session.tls;

import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for keys and signatures that are too weak today (NIST SP 800-131A, CA/Browser Forum, RFC 9325 4.5). */
final class StrengthCheck {

    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 224;
    private static final Set<String> BROKEN = Set.of("SHA1", "MD5", "MD2");

    private StrengthCheck() {}

    static List<CertificateProblem> problems(ChainPath path) {
        List<CertificateProblem> problems = new ArrayList<>();
        for (int position : path.positions()) {
            X509Certificate certificate = path.chain().get(position);
            int bits = CertificateReader.keyBits(certificate.getPublicKey());
            String algorithm = certificate.getPublicKey().getAlgorithm();
            boolean shortKey = algorithm.equals("RSA") && bits < RSA_BITS || algorithm.equals("EC") && bits < EC_BITS;
            if (shortKey && bits > 0) {
                problems.add(new CertificateProblem(Kind.TOO_WEAK, position, algorithm + " " + bits));
            }
            String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
            // The signature of a self-signed certificate protects nothing: it is trusted for itself.
            if (BROKEN.stream().anyMatch(signature::startsWith) && !CertificateReader.isSelfSigned(certificate)) {
                problems.add(new CertificateProblem(Kind.TOO_WEAK, position, certificate.getSigAlgName()));
            }
        }
        return problems;
    }
}
