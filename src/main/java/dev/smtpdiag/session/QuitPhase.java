package dev.smtpdiag.session;

import dev.smtpdiag.plan.Timeouts;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.transcript.StepResult;

/** Takes leave (RFC 5321 4.1.1.10), undoing an open transaction first so that no server takes it for a message. */
final class QuitPhase implements Phase {

    private final boolean inTransaction;

    QuitPhase(boolean inTransaction) {
        this.inTransaction = inTransaction;
    }

    @Override
    public StepResult run(Dialogue dialogue) {
        if (inTransaction) {
            Answer answer = dialogue.send(new Command.Rset(), Timeouts.QUIT);
            if (!dialogue.isOpen()) {
                return answer.passesWith(250);
            }
        }
        return dialogue.send(new Command.Quit(), Timeouts.QUIT).passesWith(221);
    }
}
