package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.Pin;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a chain is valid for a name (RFC 5280 6, RFC 9525), and if not, why. */
public final class CertificateJudge {

    private static final int MOST_UNRELATED = 3;

    private final TrustedAuthorities authorities;

    public CertificateJudge(TrustedAuthorities authorities) {
        this.authorities = authorities;
    }

    /** The facts of each certificate, in the order in which the server sent them. */
    public static List<CertificateFacts> facts(List<X509Certificate> chain) {
        return chain.stream().map(CertificateReader::read).toList();
    }

    /** Whether the first certificate of a chain is for this name. */
    public static boolean isFor(String host, List<X509Certificate> chain) {
        return HostNameCheck.matches(host, AlternativeNames.of(chain.get(0)));
    }

    /** The last issuer's name that was not sent along, when the chain ends below a root; else nothing. */
    public static Optional<X509Certificate> openEnd(List<X509Certificate> chain) {
        X509Certificate last = ChainPath.of(chain).last();
        return CertificateReader.isSelfSigned(last) ? Optional.empty() : Optional.of(last);
    }

    /** Whether a certificate was signed with the key of another. */
    public static boolean isSignedBy(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && ChainPath.signed(issuer, certificate);
    }

    /** Whether the chain ends below an authority that nobody here knows. */
    public boolean lacksIssuer(List<X509Certificate> chain) {
        return openEnd(chain)
                .filter(last -> !authorities.knows(last) && !authorities.knowsIssuerOf(last))
                .isPresent();
    }

    /** Whether the chain is trusted together with further certificates, its dates aside. */
    public boolean completes(List<X509Certificate> chain, List<X509Certificate> further) {
        List<X509Certificate> whole =
                Stream.concat(chain.stream(), further.stream()).toList();
        return authorities.trustsAt(whole, ValidityCheck.validMoment(ChainPath.of(whole)));
    }

    public Judgement judge(Evidence evidence) {
        ChainPath path = ChainPath.of(evidence.chain());
        ValidityCheck validity = new ValidityCheck(path, evidence.now());
        List<CertificateProblem> problems = new ArrayList<>(StrengthCheck.problems(path));
        problems.addAll(UsageCheck.problems(path));
        String refusal = authorities.refusal(evidence.chain());
        if (refusal != null) {
            problems.addAll(validity.problems());
            boolean knownAtAnotherTime = authorities.trustsAt(evidence.chain(), ValidityCheck.validMoment(path));
            if (!knownAtAnotherTime || problems.isEmpty()) {
                whyUntrusted(path, evidence, refusal, !problems.isEmpty()).ifPresent(problems::add);
            }
        }
        if (!HostNameCheck.matches(
                evidence.host(), AlternativeNames.of(evidence.chain().get(0)))) {
            String names = String.join(
                    ", ", AlternativeNames.of(evidence.chain().get(0)).all());
            problems.add(new CertificateProblem(Kind.NAME_MISMATCH, 0, names));
        }
        wrongPin(evidence).ifPresent(problems::add);
        revoked(path, evidence).ifPresent(problems::add);
        problems.sort(Comparator.comparing(CertificateProblem::kind));
        return new Judgement(problems, remarks(path, validity, evidence, refusal == null));
    }

    private List<CertificateProblem> remarks(
            ChainPath path, ValidityCheck validity, Evidence evidence, boolean trusted) {
        List<CertificateProblem> remarks = new ArrayList<>();
        if (trusted) {
            validity.endsWithin(evidence.days()).ifPresent(remarks::add);
        }
        int moved = path.firstOutOfOrder();
        if (moved >= 0) {
            remarks.add(new CertificateProblem(Kind.WRONG_ORDER, moved, subject(path, moved)));
        }
        path.unrelated().stream()
                .limit(MOST_UNRELATED)
                .map(position -> new CertificateProblem(Kind.UNRELATED, position, subject(path, position)))
                .forEach(remarks::add);
        if (trusted) {
            validity.tooLong(authorities.isPublic(evidence.chain())).ifPresent(remarks::add);
        }
        return remarks;
    }

    /**
     * @param explained whether something else is wrong that keeps a chain from being trusted
     */
    private Optional<CertificateProblem> whyUntrusted(
            ChainPath path, Evidence evidence, String refusal, boolean explained) {
        X509Certificate last = path.last();
        int top = path.top();
        String issuer = CertificateReader.read(last).issuerName();
        boolean selfSigned = CertificateReader.isSelfSigned(last);
        if (top == 0 && selfSigned) {
            return Optional.of(new CertificateProblem(Kind.SELF_SIGNED, 0, issuer));
        }
        if (authorities.knows(last) || authorities.knowsIssuerOf(last)) {
            return explained ? Optional.empty() : Optional.of(new CertificateProblem(Kind.INVALID, 0, refusal));
        }
        if (!evidence.fetched().isEmpty()) {
            return Optional.of(
                    completes(evidence.chain(), evidence.fetched())
                            ? new CertificateProblem(Kind.MISSING_INTERMEDIATE, top, issuer)
                            : new CertificateProblem(Kind.UNKNOWN_ISSUER, top, issuer));
        }
        boolean alone = path.positions().size() == 1 && !selfSigned;
        return Optional.of(
                alone && !issuer.toLowerCase(Locale.ROOT).contains("root")
                        ? new CertificateProblem(Kind.MISSING_INTERMEDIATE, 0, issuer)
                        : new CertificateProblem(Kind.UNKNOWN_ISSUER, top, issuer));
    }

    private static Optional<CertificateProblem> wrongPin(Evidence evidence) {
        if (evidence.pins().isEmpty()) {
            return Optional.empty();
        }
        CertificateFacts own = CertificateReader.read(evidence.chain().get(0));
        for (Pin pin : evidence.pins()) {
            if (pin.equals(pin(own, pin.kind()))) {
                return Optional.empty();
            }
        }
        String shown = pin(own, evidence.pins().get(0).kind()).toString();
        return Optional.of(new CertificateProblem(Kind.WRONG_PIN, 0, shown));
    }

    private static Pin pin(CertificateFacts facts, Pin.Kind kind) {
        return new Pin(kind, kind == Pin.Kind.PUBLIC_KEY ? facts.pin() : facts.sha256());
    }

    private Optional<CertificateProblem> revoked(ChainPath path, Evidence evidence) {
        if (evidence.statusResponses().isEmpty() || evidence.statusResponses().get(0).length == 0) {
            return Optional.empty();
        }
        X509Certificate own = evidence.chain().get(0);
        Optional<X509Certificate> issuer =
                path.positions().size() > 1 ? Optional.of(path.certificates().get(1)) : authorities.issuerOf(own);
        return issuer.flatMap(known ->
                        Revocation.reason(own, known, evidence.statusResponses().get(0), evidence.now()))
                .map(reason -> new CertificateProblem(Kind.REVOKED, 0, reason));
    }

    private static String subject(ChainPath path, int position) {
        return CertificateReader.read(path.chain().get(position)).subjectName();
    }
}
