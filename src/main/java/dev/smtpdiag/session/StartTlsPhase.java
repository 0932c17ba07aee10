package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.StepResult;

/** Asks for TLS (RFC 3207 4). The handshake follows only after 220. */
final class StartTlsPhase implements Phase {

    @Override
    public StepResult run(Dialogue dialogue) {
        Plan plan = dialogue.plan();
        if (!dialogue.extensions().offers("STARTTLS")) {
            boolean needed = plan.tlsMode() == TlsMode.STARTTLS_REQUIRED || plan.needsTlsForAuth();
            return needed ? StepResult.failed(Failure.NOT_OFFERED) : StepResult.skipped(StepResult.Reason.NOT_OFFERED);
        }
        StepResult result =
                dialogue.send(new Command.StartTls(), plan.timeouts().reply()).passesWith(220);
        byte[] early = result.isPassed() ? dialogue.takePending() : new byte[0];
        if (early.length > 0) {
            // Sent in clear behind the 220, perhaps by somebody in the path: evidence, never a reply.
            dialogue.recorder().record(stamp -> new Event.UnexpectedBytes(stamp, Recorder.raw(early)));
        }
        return result;
    }
}
