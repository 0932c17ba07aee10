package dev.smtpdiag.session;

import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.StepResult;

/** Names every recipient (RFC 5321 4.1.1.3); the step passes when at least one is accepted. */
final class RcptPhase implements Phase {

    @Override
    public StepResult run(Dialogue dialogue) {
        boolean accepted = false;
        for (String path : dialogue.plan().envelope().to()) {
            Answer answer = dialogue.send(
                    new Command.Rcpt(path), dialogue.plan().timeouts().reply());
            if (answer instanceof Answer.Lost lost) {
                return StepResult.failed(lost.failure());
            }
            accepted |= ((Answer.Replied) answer).reply().is(250, 251, 252);
            if (!dialogue.isOpen()) {
                break;
            }
        }
        return accepted ? StepResult.passed() : StepResult.failed(Failure.NEGATIVE_REPLY);
    }
}
