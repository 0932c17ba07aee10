package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Stage;

/** The server turns the client away before it said anything (RFC 5321 3.1, RFC 7504 2): it judges the address alone. */
public final class GreetingRejected extends RefusalRule {

    public GreetingRejected() {
        super("greeting.rejected", Basis.RFC_MUST, "RFC 5321 3.1");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.GREETING) && refusal.isPermanent();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        boolean blocked = refusal.wording().namesBlockList();
        boolean noMail = refusal.reply().is(521, 556);
        boolean noReverseName = refusal.wording().has("reverse", "ptr", "rdns");
        draft.server(refusal.subject())
                .flag("block-list", blocked)
                .flag("no-mail", noMail)
                .flag("no-reverse-name", noReverseName)
                .flag("port-25", refusal.subject().destination().port() == 25)
                .flag("unnamed", !blocked && !noMail && !noReverseName)
                .confidence(blocked || noMail || noReverseName ? Confidence.CERTAIN : Confidence.LIKELY);
    }
}
