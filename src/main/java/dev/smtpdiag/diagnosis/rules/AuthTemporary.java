package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.transcript.Stage;

/** The server cannot check the login at present (RFC 4954 6): 454, 432 or another 4yz, but not 421. */
public final class AuthTemporary extends RefusalRule {

    public AuthTemporary() {
        super("auth.temporary", Basis.RFC_MUST, "RFC 4954 6");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.AUTH) && !refusal.isPermanent() && !refusal.isLeaving();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        boolean rate = refusal.wording().namesRate();
        boolean locked = refusal.wording().namesLock();
        draft.server(refusal.subject())
                .flag("rate", rate)
                .flag("locked", locked)
                .flag("not-locked", !locked)
                .flag("unnamed", !rate && !locked)
                .flag("transition", refusal.reply().is(432));
    }
}
