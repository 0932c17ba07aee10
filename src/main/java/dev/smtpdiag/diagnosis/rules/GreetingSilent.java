package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** The connection stands and no greeting comes (RFC 5321 3.1, 4.5.3.2.1). */
public final class GreetingSilent extends FailureRule {

    public GreetingSilent() {
        super("greeting.silent", Basis.RFC_MUST, "RFC 5321 3.1");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.GREETING, Failure.SILENCE);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Optional<Event.TimedOut> timedOut = step.last(Event.TimedOut.class);
        boolean triedTls = subject.decided(Event.Decision.SILENT_PORT_IS_SILENT);
        draft.server(subject)
                .evidence(step.all(Event.Decided.class))
                .seconds(timedOut.map(Event.TimedOut::waited).orElse(step.took()))
                .flag(
                        "partial",
                        timedOut.filter(event -> !event.partial().isEmpty()).isPresent())
                .flag("tls-tried", triedTls)
                .flag("under-tls", subject.isSecure())
                .flag("port-25", subject.destination().port() == 25);
    }
}
