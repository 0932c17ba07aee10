package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** A command got no reply in the time we wait (RFC 5321 4.5.3.2 allows a server five minutes). */
public final class SessionSilent extends FailureRule {

    public SessionSilent() {
        super("session.silent", Basis.PRACTICE, "RFC 5321 4.5.3.2");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.SILENCE)
                .filter(step -> step.stage() != Stage.GREETING && step.stage() != Stage.TLS);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Optional<Event.TimedOut> timedOut = step.last(Event.TimedOut.class);
        draft.server(subject)
                .step()
                .evidence(step.last(Event.CommandSent.class))
                .seconds(timedOut.map(Event.TimedOut::waited).orElse(step.took()))
                .flag("at-auth", step.stage() == Stage.AUTH)
                .flag("at-ehlo", step.stage() == Stage.EHLO || step.stage() == Stage.EHLO_TLS)
                .flag("at-recipient", step.stage() == Stage.MAIL || step.stage() == Stage.RCPT)
                .flag(
                        "partial",
                        timedOut.filter(event -> !event.partial().isEmpty()).isPresent())
                .confidence(Confidence.POSSIBLE);
    }
}
