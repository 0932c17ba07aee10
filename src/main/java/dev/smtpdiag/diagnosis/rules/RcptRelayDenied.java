package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.transcript.Stage;

/** The login worked, and the server still does not pass mail on to this domain (RFC 5321 3.6.2, 7.9). */
public final class RcptRelayDenied extends RefusalRule {

    public RcptRelayDenied() {
        super("rcpt.relay-denied", Basis.PRACTICE, "RFC 5321 3.6.2");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.deniesRelay() && refusal.subject().isLoggedIn();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        draft.server(refusal.subject())
                .evidence(refusal.subject().transcript().step(Stage.AUTH).flatMap(step -> step.replyEvent()))
                .argument("recipient", RcptRefused.recipient(refusal))
                .flag("port-25", refusal.subject().destination().port() == 25);
    }
}
