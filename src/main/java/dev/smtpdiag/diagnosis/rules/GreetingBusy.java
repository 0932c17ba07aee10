package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.transcript.Stage;

/** The server greets with 421 or another 4yz: it does not serve us now, and may do so later (RFC 5321 3.8, 4.2.1). */
public final class GreetingBusy extends RefusalRule {

    public GreetingBusy() {
        super("greeting.busy", Basis.RFC_MUST, "RFC 5321 4.2.1");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.GREETING) && !refusal.isPermanent();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        draft.server(refusal.subject())
                .flag("rate", refusal.wording().namesRate())
                .flag("block-list", refusal.wording().namesBlockList())
                .flag("no-reverse-name", refusal.wording().has("reverse", "ptr", "rdns"));
    }
}
