package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.transcript.Stage;

/** STARTTLS is offered, and the command is refused (RFC 3207 4): 454 for now, 5yz for good. */
public final class StartTlsRefused extends RefusalRule {

    public StartTlsRefused() {
        super("starttls.refused", Basis.RFC_MUST, "RFC 3207 4");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.STARTTLS) && !refusal.isLeaving();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        draft.server(refusal.subject())
                .flag("temporary", !refusal.isPermanent())
                .flag("unknown-command", refusal.reply().is(500, 502, 503));
    }
}
