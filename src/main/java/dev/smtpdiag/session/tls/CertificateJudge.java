package dev.smtpdiag.session.tls;

import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides whether a chain is valid for a name (RFC 5280 6, RFC 9525), and if not, why. */
public final class CertificateJudge {

    /** The least that is held to be safe today (NIST SP 800-131A, CA/Browser Forum). */
    private static final int RSA_BITS = 2048;

    private final TrustedAuthorities authorities;

    public CertificateJudge(TrustedAuthorities authorities) {
        this.authorities = authorities;
    }

    /** The facts of each certificate, in the order in which the server sent them. */
    public static List<CertificateFacts> facts(List<X509Certificate> chain) {
        return chain.stream().map(CertificateReader::read).toList();
    }

    /**
     * @param chain as sent, at least one certificate
     * @param host the name that was asked for
     * @param now our clock
     * @return every problem, the strongest first; none when the chain is valid
     */
    public List<CertificateProblem> judge(List<X509Certificate> chain, String host, Instant now) {
        List<CertificateProblem> problems = new ArrayList<>();
        String refusal = authorities.refusal(chain);
        if (refusal != null) {
            problems.addAll(times(chain, now));
            boolean trustedButForTime = !problems.isEmpty() && authorities.trustsAt(chain, validMoment(chain));
            if (!trustedButForTime) {
                problems.add(whyUntrusted(chain, refusal));
            }
        }
        List<String> names = CertificateReader.read(chain.get(0)).names();
        if (!HostNameCheck.matches(host, names)) {
            problems.add(new CertificateProblem(Kind.NAME_MISMATCH, 0, String.join(", ", names)));
        }
        problems.addAll(weaknesses(chain));
        problems.sort(Comparator.comparing(CertificateProblem::kind));
        return problems;
    }

    private static List<CertificateProblem> times(List<X509Certificate> chain, Instant now) {
        List<CertificateProblem> problems = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                problems.add(new CertificateProblem(
                        Kind.EXPIRED, i, certificate.getNotAfter().toInstant().toString()));
            } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
                problems.add(new CertificateProblem(
                        Kind.NOT_YET_VALID,
                        i,
                        certificate.getNotBefore().toInstant().toString()));
            }
        }
        return problems;
    }

    /** A moment at which every certificate of the chain was valid, if there is one. */
    @SuppressWarnings("JavaUtilDate") // what the certificate API speaks
    private static Date validMoment(List<X509Certificate> chain) {
        Date latestStart = chain.get(0).getNotBefore();
        for (X509Certificate certificate : chain) {
            if (certificate.getNotBefore().after(latestStart)) {
                latestStart = certificate.getNotBefore();
            }
        }
        return latestStart;
    }

    private CertificateProblem whyUntrusted(List<X509Certificate> chain, String refusal) {
        X509Certificate own = chain.get(0);
        X509Certificate last = chain.get(chain.size() - 1);
        String issuer = CertificateReader.read(last).issuerName();
        if (chain.size() == 1 && CertificateReader.isSelfSigned(own)) {
            return new CertificateProblem(Kind.SELF_SIGNED, 0, issuer);
        }
        if (authorities.knows(last) || authorities.knowsIssuerOf(last)) {
            return new CertificateProblem(Kind.INVALID, 0, refusal);
        }
        if (chain.size() == 1 && !issuer.toLowerCase(Locale.ROOT).contains("root")) {
            return new CertificateProblem(Kind.MISSING_INTERMEDIATE, 0, issuer);
        }
        return new CertificateProblem(Kind.UNKNOWN_ISSUER, chain.size() - 1, issuer);
    }

    private static List<CertificateProblem> weaknesses(List<X509Certificate> chain) {
        List<CertificateProblem> problems = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            int bits = CertificateReader.keyBits(certificate.getPublicKey());
            if (certificate.getPublicKey().getAlgorithm().equals("RSA") && bits < RSA_BITS) {
                problems.add(new CertificateProblem(Kind.TOO_WEAK, i, "RSA " + bits));
            }
            String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
            boolean broken = Set.of("SHA1", "MD5", "MD2").stream().anyMatch(signature::startsWith);
            // The signature of a self-signed certificate protects nothing: it is trusted for itself.
            if (broken && !CertificateReader.isSelfSigned(certificate)) {
                problems.add(new CertificateProblem(Kind.TOO_WEAK, i, certificate.getSigAlgName()));
            }
        }
        return problems;
    }
}
