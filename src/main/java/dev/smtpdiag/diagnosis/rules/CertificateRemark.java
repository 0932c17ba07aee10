package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.Optional;

/** Something about a chain that is worth knowing, while it is valid all the same. */
public final class CertificateRemark extends BasicRule {

    private final Kind kind;

    private CertificateRemark(String id, Kind kind, Severity severity, Basis basis, String citation) {
        super(id, severity, basis, citation);
        this.kind = kind;
    }

    /** One rule for each kind of remark. */
    public static List<CertificateRemark> all() {
        return List.of(
                new CertificateRemark(
                        "certificate.expires-soon",
                        Kind.EXPIRES_SOON,
                        Severity.WARNING,
                        Basis.PRACTICE,
                        "RFC 5280 4.1.2.5"),
                new CertificateRemark(
                        "certificate.order", Kind.WRONG_ORDER, Severity.WARNING, Basis.RFC_SHOULD, "RFC 8446 4.4.2"),
                new CertificateRemark(
                        "certificate.extra", Kind.UNRELATED, Severity.INFO, Basis.RFC_SHOULD, "RFC 8446 4.4.2"),
                new CertificateRemark(
                        "certificate.long-lived", Kind.LONG_LIVED, Severity.INFO, Basis.PRACTICE, "RFC 5280 4.1.2.5"));
    }

    @Override
    public boolean appliesTo(Case subject) {
        return subject.transcript().first(Event.CertificateJudged.class).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        Event.CertificateJudged judged =
                subject.transcript().first(Event.CertificateJudged.class).orElseThrow();
        Optional<CertificateProblem> remark = judged.remarks().stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst();
        if (remark.isEmpty()) {
            return Outcome.PASS;
        }
        Draft draft = new Draft(this, Stage.TLS);
        CertificateWords.describe(draft, subject, judged, remark.get());
        boolean asked =
                kind == Kind.EXPIRES_SOON && subject.plan().tls().certDays().isPresent();
        boolean nothingElse = subject.transcript().firstFailure().isEmpty()
                && judged.problems().isEmpty();
        draft.flag("asked", asked).severity(asked && nothingElse && !judged.waived() ? Severity.ERROR : severity());
        return draft.finding();
    }
}
