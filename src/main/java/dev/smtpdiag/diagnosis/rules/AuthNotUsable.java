package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;

/** AUTH is offered, and then refused as a command: not known, not enabled, or not this mechanism (RFC 4954 4). */
public final class AuthNotUsable extends RefusalRule {

    public AuthNotUsable() {
        super("auth.not-usable", Basis.RFC_MUST, "RFC 4954 4");
    }

    static boolean isSaidBy(Refusal refusal) {
        return refusal.isAt(Stage.AUTH) && (refusal.reply().is(500, 502, 503, 504) || blamesMechanism(refusal));
    }

    /** Postfix answers 535 where RFC 4954 4 has 504. */
    private static boolean blamesMechanism(Refusal refusal) {
        return refusal.reply().is(501, 535)
                && refusal.wording().has("invalid authentication mechanism", "mechanism not supported");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return isSaidBy(refusal);
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        String mechanism = refusal.step().all(Event.CommandSent.class).stream()
                .map(Event.CommandSent::display)
                .filter(line -> line.startsWith("AUTH "))
                .map(line -> line.split(" ", 3)[1])
                .findFirst()
                .orElse("AUTH");
        boolean mechanismRefused = refusal.reply().is(504) || blamesMechanism(refusal);
        draft.server(refusal.subject())
                .evidence(refusal.subject().announcement())
                .argument("mechanism", mechanism)
                .flag("mechanism-refused", mechanismRefused)
                .flag("not-enabled", refusal.reply().is(503))
                .flag("unknown-command", refusal.reply().is(500, 502))
                .flag("in-clear", !refusal.event().stamp().secure())
                .confidence(mechanismRefused ? Confidence.CERTAIN : Confidence.LIKELY);
    }
}
