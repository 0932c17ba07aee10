package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;

/** The server wants a login before it takes mail, and none was given (RFC 4954 6, RFC 6409 4.3). */
public final class AuthRequired extends RefusalRule {

    public AuthRequired() {
        super("auth.required", Basis.RFC_MUST, "RFC 4954 6");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.wantsLogin();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        boolean offered = refusal.subject().transcript().extensions().offersAuth();
        draft.server(refusal.subject())
                .step()
                .evidence(refusal.subject().announcement())
                .flag("auth-offered", offered)
                .flag("auth-not-offered", !offered)
                .flag("port-25", refusal.subject().destination().port() == 25)
                .confidence(refusal.reply().is(530) ? Confidence.CERTAIN : Confidence.LIKELY);
    }
}
