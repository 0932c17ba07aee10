package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.plan.TlsMode;

/** The server wants TLS before the login or the mail, and the session has none (RFC 3207 4, RFC 4954 6). */
public final class AuthTlsRequired extends RefusalRule {

    public AuthTlsRequired() {
        super("auth.tls-required", Basis.RFC_MUST, "RFC 3207 4");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.wantsTls();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        boolean offered = refusal.subject().transcript().extensions().offers("STARTTLS");
        draft.server(refusal.subject())
                .step()
                .flag("starttls-offered", offered)
                .flag("starttls-not-offered", !offered)
                .flag("mode-none", refusal.subject().plan().tlsMode() == TlsMode.NONE);
    }
}
