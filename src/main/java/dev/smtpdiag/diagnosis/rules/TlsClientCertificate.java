package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;

/**
 * The server wants a certificate from the client and says so in a reply under TLS, where it could have sent an alert
 * (RFC 8446 4.4.2.4); see {@link TlsHandshake} for those that do.
 */
public final class TlsClientCertificate extends RefusalRule {

    public TlsClientCertificate() {
        super("tls.client-certificate", Basis.PRACTICE, "RFC 8446 4.4.2.4");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.wantsClientCertificate();
    }

    @Override
    boolean claims(Refusal refusal) {
        return isMeant(refusal);
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        int port = refusal.subject().destination().port();
        draft.server(refusal.subject())
                .step()
                .flag("port-25", port == 25)
                .flag("port-other", port != 25)
                .evidence(TlsCertificateRequested.unanswered(refusal.subject()));
    }
}
