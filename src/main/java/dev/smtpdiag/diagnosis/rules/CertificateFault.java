package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.Optional;

/**
 * The chain of the server is not valid for us, for one reason (RFC 5280 6, RFC 9525 6). Of several reasons the strongest is
 * the error; the others are told as warnings, and so are all of them when the user waived the check, or when TLS failed
 * for another reason: every chain is let through.
 */
public final class CertificateFault extends BasicRule {

    private final Kind kind;

    private CertificateFault(String id, Kind kind, Basis basis, String citation) {
        super(id, Severity.ERROR, basis, citation);
        this.kind = kind;
    }

    /** One rule for each kind of problem, the strongest first. */
    public static List<CertificateFault> all() {
        return List.of(
                new CertificateFault("certificate.expired", Kind.EXPIRED, Basis.RFC_MUST, "RFC 5280 6.1.3"),
                new CertificateFault("certificate.not-yet-valid", Kind.NOT_YET_VALID, Basis.RFC_MUST, "RFC 5280 6.1.3"),
                new CertificateFault("certificate.name", Kind.NAME_MISMATCH, Basis.RFC_MUST, "RFC 9525 6"),
                new CertificateFault("certificate.revoked", Kind.REVOKED, Basis.RFC_MUST, "RFC 6960 2.2"),
                new CertificateFault("certificate.pin", Kind.WRONG_PIN, Basis.PRACTICE, "RFC 7469 2.6"),
                new CertificateFault("certificate.self-signed", Kind.SELF_SIGNED, Basis.RFC_MUST, "RFC 5280 6.1"),
                new CertificateFault(
                        "certificate.incomplete", Kind.MISSING_INTERMEDIATE, Basis.RFC_MUST, "RFC 8446 4.4.2"),
                new CertificateFault("certificate.untrusted", Kind.UNKNOWN_ISSUER, Basis.RFC_MUST, "RFC 5280 6.1"),
                new CertificateFault("certificate.weak", Kind.TOO_WEAK, Basis.RFC_SHOULD, "RFC 9325 4.5"),
                new CertificateFault("certificate.usage", Kind.WRONG_USAGE, Basis.RFC_MUST, "RFC 5280 4.2.1.12"),
                new CertificateFault("certificate.invalid", Kind.INVALID, Basis.RFC_MUST, "RFC 5280 6.1"));
    }

    @Override
    public boolean appliesTo(Case subject) {
        return judged(subject).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        Event.CertificateJudged judged = judged(subject).orElseThrow();
        Optional<CertificateProblem> problem = judged.problems().stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst();
        return problem.isPresent() ? finding(subject, judged, problem.get()) : Outcome.PASS;
    }

    private Outcome finding(Case subject, Event.CertificateJudged judged, CertificateProblem problem) {
        boolean decides =
                judged.decisive().filter(strongest -> strongest.kind() == kind).isPresent();
        boolean matters = decides && subject.isSecure();
        boolean fetched = kind == Kind.MISSING_INTERMEDIATE
                && subject.transcript()
                        .first(Event.IntermediatesFetched.class)
                        .filter(Event.IntermediatesFetched::completes)
                        .isPresent();
        Draft draft = new Draft(this, Stage.TLS)
                .severity(matters ? Severity.ERROR : Severity.WARNING)
                .confidence(isJudgedByGuess() && !fetched ? Confidence.LIKELY : Confidence.CERTAIN)
                .flag("login-withheld", CertificateWords.isLoginWithheld(subject));
        CertificateWords.describe(draft, subject, judged, problem);
        return draft.finding();
    }

    /** The certificates of others are not at hand, so that which one is missing is told from the names. */
    private boolean isJudgedByGuess() {
        return kind == Kind.MISSING_INTERMEDIATE || kind == Kind.NOT_YET_VALID || kind == Kind.INVALID;
    }

    private static Optional<Event.CertificateJudged> judged(Case subject) {
        return subject.transcript()
                .first(Event.CertificateJudged.class)
                .filter(event -> !event.problems().isEmpty());
    }
}
