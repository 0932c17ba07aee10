package dev.smtpdiag.session;

import dev.smtpdiag.plan.Envelope;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.transcript.StepResult;

/** Opens a transaction (RFC 5321 4.1.1.2), to see whether the sender is accepted. */
final class MailPhase implements Phase {

    @Override
    public StepResult run(Dialogue dialogue) {
        Envelope envelope = dialogue.plan().envelope();
        Command mail = new Command.Mail(envelope.from().orElse(""));
        return dialogue.send(mail, dialogue.plan().timeouts().reply()).passesWith(250);
    }
}
