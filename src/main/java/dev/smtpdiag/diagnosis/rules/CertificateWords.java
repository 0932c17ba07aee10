package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Case;
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

/** What the words about a fault of a certificate may use: which certificate it is, and what it says. */
final class CertificateWords {

    private static final int NAMES = 5;

    /** Products that put themselves between client and server and sign with an authority of their own. */
    private static final Pattern INTERCEPTOR = Pattern.compile(
            "avast|\\bavg\\b|kaspersky|\\beset\\b|bitdefender|fortinet|fortigate|zscaler|sophos|netskope|palo ?alto|"
                    + "checkpoint|check point|watchguard|proxy|firewall|shield");

    private CertificateWords() {}

    static Draft describe(Draft draft, Case subject, Event.CertificateJudged judged, CertificateProblem problem) {
        draft.evidence(judged)
                .server(subject)
                .argument("name", judged.name())
                .argument("position", problem.position() + 1L)
                .argument("detail", problem.detail())
                .flag("leaf", problem.position() == 0)
                .flag("intermediate", problem.position() > 0);
        if (problem.position() < judged.chain().size()) {
            certificate(draft, judged.chain().get(problem.position()), judged, problem.kind());
        }
        switch (problem.kind()) {
            case EXPIRED, NOT_YET_VALID -> Clocks.describe(draft, subject, judged, problem.kind());
            case NAME_MISMATCH -> OtherNames.describe(draft, subject, judged);
            case SELF_SIGNED, MISSING_INTERMEDIATE, UNKNOWN_ISSUER -> trust(draft, subject, judged, problem);
            case WRONG_PIN -> pin(draft, subject, judged);
            default -> {}
        }
        return draft;
    }

    private static void certificate(
            Draft draft, CertificateFacts certificate, Event.CertificateJudged judged, Kind kind) {
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
                        "life",
                        Duration.between(certificate.notBefore(), certificate.notAfter())
                                .toDays())
                .flag("no-names", names.isEmpty())
                .flag("wildcard", names.stream().anyMatch(name -> name.startsWith("*.")))
                .flag("address", literal)
                .flag(
                        "interceptor",
                        INTERCEPTOR
                                .matcher(certificate.issuer().toLowerCase(Locale.ROOT))
                                .find());
    }

    private static void trust(Draft draft, Case subject, Event.CertificateJudged judged, CertificateProblem problem) {
        Optional<Event.IntermediatesFetched> fetched = subject.transcript().first(Event.IntermediatesFetched.class);
        CertificateFacts last =
                judged.chain().get(Math.min(problem.position(), judged.chain().size() - 1));
        String authority = problem.kind() == Kind.SELF_SIGNED ? last.subjectName() : last.issuerName();
        draft.evidence(fetched)
                .command("keytool", Keytool.line(subject, authority))
                .argument("url", Optional.of(last.caIssuers()).filter(address -> !address.isEmpty()))
                .flag(
                        "completed",
                        fetched.filter(Event.IntermediatesFetched::completes).isPresent())
                .flag("in-vain", fetched.filter(found -> !found.completes()).isPresent());
    }

    private static void pin(Draft draft, Case subject, Event.CertificateJudged judged) {
        List<String> wanted = subject.plan().tls().pins().stream()
                .map(Object::toString)
                .map(pin -> pin.replaceFirst("^sha256//", ""))
                .toList();
        Optional<CertificateFacts> other = judged.chain().stream()
                .skip(1)
                .filter(facts -> wanted.contains(facts.pin()) || wanted.contains(facts.sha256()))
                .findFirst();
        draft.argument(
                        "wanted",
                        subject.plan().tls().pins().isEmpty()
                                ? ""
                                : subject.plan().tls().pins().get(0).toString())
                .argument("elsewhere", other.map(CertificateFacts::subjectName));
    }

    static boolean isLoginWithheld(Case subject) {
        return subject.transcript()
                .step(Stage.AUTH)
                .map(Step::result)
                .filter(StepResult.skipped(StepResult.Reason.CERTIFICATE_NOT_VALID)::equals)
                .isPresent();
    }
}
