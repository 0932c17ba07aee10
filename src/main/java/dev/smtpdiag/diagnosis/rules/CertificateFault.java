package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The chain of the server is not valid for us, for one reason (RFC 5280 6, RFC 9525 6). Of several reasons the strongest is
 * the error; the others are told as warnings, and so are all of them when the user waived the check, or when TLS failed
 * for another reason: every chain is let through.
 */
public final class CertificateFault extends BasicRule {

    private static final int NAMES = 5;

    /** Products that put themselves between client and server and sign with an authority of their own. */
    private static final Pattern INTERCEPTOR = Pattern.compile(
            "avast|\\bavg\\b|kaspersky|\\beset\\b|bitdefender|fortinet|fortigate|zscaler|sophos|netskope|palo ?alto|"
                    + "checkpoint|check point|watchguard|proxy|firewall|shield");

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
                new CertificateFault("certificate.self-signed", Kind.SELF_SIGNED, Basis.RFC_MUST, "RFC 5280 6.1"),
                new CertificateFault(
                        "certificate.incomplete", Kind.MISSING_INTERMEDIATE, Basis.RFC_MUST, "RFC 8446 4.4.2"),
                new CertificateFault("certificate.untrusted", Kind.UNKNOWN_ISSUER, Basis.RFC_MUST, "RFC 5280 6.1"),
                new CertificateFault("certificate.weak", Kind.TOO_WEAK, Basis.RFC_SHOULD, "RFC 9325 4.5"),
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
        boolean strongest = judged.problems().get(0).kind() == kind;
        boolean matters = strongest && !judged.waived() && subject.isSecure();
        Draft draft = new Draft(this, Stage.TLS)
                .evidence(judged)
                .severity(matters ? Severity.ERROR : Severity.WARNING)
                .confidence(isJudgedByGuess() ? Confidence.LIKELY : Confidence.CERTAIN)
                .server(subject)
                .argument("name", judged.name())
                .argument("position", problem.position() + 1L)
                .argument("detail", problem.detail())
                .flag("leaf", problem.position() == 0)
                .flag("intermediate", problem.position() > 0)
                .flag("login-withheld", isLoginWithheld(subject));
        if (problem.position() < judged.chain().size()) {
            describe(draft, judged.chain().get(problem.position()), judged);
        }
        return draft.finding();
    }

    private void describe(Draft draft, CertificateFacts certificate, Event.CertificateJudged judged) {
        List<String> names = certificate.names();
        String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        Instant limit = kind == Kind.NOT_YET_VALID ? certificate.notBefore() : certificate.notAfter();
        boolean literal = judged.name().indexOf(':') >= 0 || judged.name().matches("[0-9.]+");
        draft.argument("subject", certificate.subjectName())
                .argument("issuer", certificate.issuerName())
                .argument(
                        "names",
                        names.isEmpty() ? certificate.subjectName() : names.size() > NAMES ? shown + ", …" : shown)
                .argument("date", limit.atZone(ZoneOffset.UTC).toLocalDate().toString())
                .argument(
                        "days", Duration.between(limit, judged.judgedAt()).abs().toDays())
                .argument(
                        "suggestion",
                        names.stream().filter(name -> name.indexOf('*') < 0).findFirst())
                .flag("no-names", names.isEmpty())
                .flag("wildcard", names.stream().anyMatch(name -> name.startsWith("*.")))
                .flag("address", literal)
                .flag(
                        "interceptor",
                        INTERCEPTOR
                                .matcher(certificate.issuer().toLowerCase(Locale.ROOT))
                                .find());
    }

    /** The certificates of others are not at hand, so that which one is missing is told from the names. */
    private boolean isJudgedByGuess() {
        return kind == Kind.MISSING_INTERMEDIATE || kind == Kind.NOT_YET_VALID || kind == Kind.INVALID;
    }

    private static boolean isLoginWithheld(Case subject) {
        return subject.transcript()
                .step(Stage.AUTH)
                .map(Step::result)
                .filter(StepResult.skipped(StepResult.Reason.CERTIFICATE_NOT_VALID)::equals)
                .isPresent();
    }

    private static Optional<Event.CertificateJudged> judged(Case subject) {
        return subject.transcript()
                .first(Event.CertificateJudged.class)
                .filter(event -> !event.problems().isEmpty());
    }
}
