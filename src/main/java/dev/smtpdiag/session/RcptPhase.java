package dev.smtpdiag.session;

import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.StepResult;

/** Names every recipient (RFC 5321 4.1.1.3); the step passes when at least one is accepted. */
final class RcptPhase implements Phase {

    @Override
    public StepResult run(Dialogue dialogue) {
        boolean accepted = false;
        boolean refused = false;
        for (String path : dialogue.plan().envelope().to()) {
            Answer answer = dialogue.send(
                    new Command.Rcpt(path), dialogue.plan().timeouts().reply());
            if (answer instanceof Answer.Lost lost) {
                return StepResult.failed(lost.failure());
            }
            Reply reply = ((Answer.Replied) answer).reply();
            accepted |= reply.is(250, 251, 252);
            refused |= !reply.isPositive();
            if (!dialogue.isOpen()) {
                return StepResult.failed(Failure.NEGATIVE_REPLY); // 421: the server leaves
            }
        }
        if (accepted) {
            return StepResult.passed();
        }
        return StepResult.failed(refused ? Failure.NEGATIVE_REPLY : Failure.UNEXPECTED_REPLY);
    }
}
