package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** After a proper greeting comes something that is no reply (RFC 5321 4.2), or one without end. */
public final class ProtocolMalformed extends FailureRule {

    public ProtocolMalformed() {
        super("protocol.malformed", Basis.RFC_MUST, "RFC 5321 4.2");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.MALFORMED)
                .filter(step -> step.stage() != Stage.GREETING && step.stage() != Stage.TLS);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Optional<Event.MalformedReceived> received = step.last(Event.MalformedReceived.class);
        String shown =
                Excerpt.firstLine(received.map(Event.MalformedReceived::raw).orElse(""));
        boolean noCode = received.filter(event -> event.reply().reason() == MalformedReply.Reason.NO_CODE)
                .isPresent();
        draft.server(subject)
                .step()
                .argument("shown", shown.isEmpty() ? "…" : shown)
                .flag("no-code", noCode)
                .flag("endless", !noCode)
                .confidence(Confidence.LIKELY);
    }
}
