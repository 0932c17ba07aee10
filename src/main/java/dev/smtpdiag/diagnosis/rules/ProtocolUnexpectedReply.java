package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** A reply that is positive and makes no sense where it came (RFC 5321 4.3.2). */
public final class ProtocolUnexpectedReply extends FailureRule {

    public ProtocolUnexpectedReply() {
        super("protocol.unexpected-reply", Basis.RFC_MUST, "RFC 5321 4.3.2");
    }

    /** A step may count as refused although no reply was negative: RCPT, where every recipient got something odd. */
    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.UNEXPECTED_REPLY)
                .or(() -> subject.failed(Failure.NEGATIVE_REPLY)
                        .filter(step -> Refusal.of(subject).isEmpty()));
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        boolean challenged = step.stage() == Stage.AUTH
                && step.reply().filter(reply -> reply.is(334)).isPresent();
        boolean otherService = step.stage() == Stage.GREETING;
        draft.server(subject)
                .step()
                .argument("reply", step.reply().map(Reply::oneLine).orElse("…"))
                .flag("challenge", challenged)
                .flag("greeting", otherService)
                .flag("later", !challenged && !otherService)
                .confidence(Confidence.LIKELY);
    }
}
