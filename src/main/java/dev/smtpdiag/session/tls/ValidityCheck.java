package dev.smtpdiag.session.tls;

import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at when certificates begin and end (RFC 5280 4.1.2.5). */
final class ValidityCheck {

    /** Days that a certificate of a public authority may last, by the date from which on (CA/Browser Forum 6.3.2). */
    private static final NavigableMap<Instant, Integer> PUBLIC_LIMITS = new TreeMap<>(Map.of(
            Instant.parse("2018-03-01T00:00:00Z"), 825,
            Instant.parse("2020-09-01T00:00:00Z"), 398,
            Instant.parse("2026-03-15T00:00:00Z"), 200,
            Instant.parse("2027-03-15T00:00:00Z"), 100,
            Instant.parse("2029-03-15T00:00:00Z"), 47));

    /** What some clients accept of any authority at most. */
    private static final int PRIVATE_LIMIT = 825;

    private final ChainPath path;
    private final Instant now;

    ValidityCheck(ChainPath path, Instant now) {
        this.path = path;
        this.now = now;
    }

    List<CertificateProblem> problems() {
        List<CertificateProblem> problems = new ArrayList<>();
        for (int position : path.positions()) {
            X509Certificate certificate = path.chain().get(position);
            Instant from = certificate.getNotBefore().toInstant();
            Instant until = certificate.getNotAfter().toInstant();
            if (now.isAfter(until)) {
                problems.add(new CertificateProblem(Kind.EXPIRED, position, until.toString()));
            } else if (now.isBefore(from)) {
                problems.add(new CertificateProblem(Kind.NOT_YET_VALID, position, from.toString()));
            }
        }
        return problems;
    }

    /** The first to end, if it ends within so many days. A root at the end of the way does not count: clients have theirs. */
    Optional<CertificateProblem> endsWithin(int days) {
        CertificateProblem soonest = null;
        Instant first = now.plus(Duration.ofDays(days));
        for (int position : path.positions()) {
            X509Certificate certificate = path.chain().get(position);
            Instant until = certificate.getNotAfter().toInstant();
            boolean root = position > 0 && CertificateReader.isSelfSigned(certificate);
            if (!root && until.isBefore(first) && !now.isAfter(until)) {
                first = until;
                soonest = new CertificateProblem(Kind.EXPIRES_SOON, position, until.toString());
            }
        }
        return Optional.ofNullable(soonest);
    }

    /**
     * Whether the server's own certificate lasts longer than clients accept.
     *
     * @param publicAuthority whether rules for public authorities hold
     */
    Optional<CertificateProblem> tooLong(boolean publicAuthority) {
        X509Certificate own = path.chain().get(0);
        Instant from = own.getNotBefore().toInstant();
        Map.Entry<Instant, Integer> rule = PUBLIC_LIMITS.floorEntry(from);
        int limit = publicAuthority && rule != null ? rule.getValue() : PRIVATE_LIMIT;
        // Both ends belong to the life (RFC 5280 4.1.2.5), which makes it a second longer.
        Duration life = Duration.between(from, own.getNotAfter().toInstant()).plusSeconds(1);
        return life.compareTo(Duration.ofDays(limit)) > 0
                ? Optional.of(new CertificateProblem(Kind.LONG_LIVED, 0, Integer.toString(limit)))
                : Optional.empty();
    }

    /** A moment at which every certificate on the way was valid, if there is one. */
    @SuppressWarnings("JavaUtilDate") // what the certificate API speaks
    static Date validMoment(ChainPath path) {
        Date latestStart = path.chain().get(0).getNotBefore();
        for (X509Certificate certificate : path.certificates()) {
            if (certificate.getNotBefore().after(latestStart)) {
                latestStart = certificate.getNotBefore();
            }
        }
        return latestStart;
    }
}
