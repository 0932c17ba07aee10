package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Stage;

/** EHLO was accepted in clear and is refused under TLS, where it must be said again (RFC 3207 4.2). */
public final class EhloRefusedAfterTls extends RefusalRule {

    public EhloRefusedAfterTls() {
        super("ehlo.refused-after-tls", Basis.RFC_MUST, "RFC 3207 4.2");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.EHLO_TLS) && refusal.isPermanent();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        ClientName.of(refusal.subject()).describe(draft);
        draft.server(refusal.subject())
                .flag("sequence", refusal.reply().is(503))
                .flag("policy", refusal.reply().is(550, 554))
                .confidence(Confidence.LIKELY);
    }
}
