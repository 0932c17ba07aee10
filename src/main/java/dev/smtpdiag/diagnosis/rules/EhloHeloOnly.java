package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** The server knows HELO and not EHLO, so it offers no extension: no TLS and no login (RFC 5321 2.2.1, 3.2). */
public final class EhloHeloOnly extends BasicRule {

    public EhloHeloOnly() {
        super("ehlo.helo-only", Severity.WARNING, Basis.RFC_MUST, "RFC 5321 2.2.1");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return fallback(subject).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        Step step = fallback(subject).orElseThrow();
        Event.ReplyReceived toEhlo = step.all(Event.ReplyReceived.class).get(0);
        return new Draft(this, step.stage())
                .server(subject)
                .evidence(toEhlo)
                .evidence(step.all(Event.Decided.class))
                .argument("reply", toEhlo.reply().oneLine())
                .flag("port-25", subject.destination().port() == 25)
                .finding();
    }

    /** The step in which HELO was said and accepted in place of EHLO. */
    private static Optional<Step> fallback(Case subject) {
        return subject.transcript().steps().stream()
                .filter(step -> step.stage() == Stage.EHLO || step.stage() == Stage.EHLO_TLS)
                .filter(Step::isPassed)
                .filter(step -> step.all(Event.Decided.class).stream()
                        .anyMatch(event -> event.decision() == Event.Decision.HELO_FALLBACK))
                .findFirst();
    }
}
