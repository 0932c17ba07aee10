package dev.smtpdiag.session;

import dev.smtpdiag.plan.Timeouts;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;

/**
 * Waits for the greeting (RFC 5321 3.1). A port that stays silent may be one that wants TLS first: a second connection
 * finds out, while the first goes on waiting.
 */
final class GreetingPhase implements Phase {

    private final SilentPort silentPort;

    GreetingPhase(SilentPort silentPort) {
        this.silentPort = silentPort;
    }

    @Override
    public StepResult run(Dialogue dialogue) {
        Duration timeout = dialogue.plan().timeouts().greeting();
        Duration begun = dialogue.recorder().elapsed();
        boolean mayBeTlsPort = !dialogue.isSecure() && timeout.compareTo(Timeouts.SILENCE) > 0;
        if (mayBeTlsPort
                && !dialogue.hasOutput(Timeouts.SILENCE)
                && !dialogue.end().hasPassed()) {
            Failure found = silentPort.examine(dialogue, dialogue.end().within(timeout.minus(Timeouts.SILENCE)));
            if (found != null) {
                dialogue.lost(found);
                return StepResult.failed(found);
            }
        }
        return dialogue.await(timeout, begun).passesWith(220);
    }
}
