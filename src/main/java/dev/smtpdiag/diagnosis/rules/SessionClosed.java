package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** The connection ended without a reply; a server that leaves of its own will should say 421 first (RFC 5321 3.8). */
public final class SessionClosed extends FailureRule {

    public SessionClosed() {
        super("session.closed", Basis.RFC_MUST, "RFC 5321 3.8");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.CLOSED);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        boolean atGreeting = step.stage() == Stage.GREETING;
        boolean atConnect = step.stage() == Stage.CONNECT;
        Optional<Event.Closed> closed = step.last(Event.Closed.class);
        draft.server(subject)
                .step()
                .flag("at-connect", atConnect)
                .flag("at-greeting", atGreeting)
                .flag("at-auth", step.stage() == Stage.AUTH)
                .flag("at-ehlo", step.stage() == Stage.EHLO || step.stage() == Stage.EHLO_TLS)
                .flag("later", !atGreeting && !atConnect)
                .flag("reset", closed.filter(Event.Closed::reset).isPresent())
                .flag(
                        "partial",
                        closed.filter(event -> !event.partial().isEmpty()).isPresent())
                .confidence(Confidence.LIKELY);
    }
}
