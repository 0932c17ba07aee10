package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Stage;
import java.util.Optional;

/** EHLO is refused for good, and HELO too where it was worth a try (RFC 5321 3.2, 4.1.4). */
public final class EhloRefused extends RefusalRule {

    public EhloRefused() {
        super("ehlo.refused", Basis.RFC_MUST, "RFC 5321 4.1.4");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.EHLO) && refusal.isPermanent();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        boolean heloTried = refusal.command()
                .filter(sent -> sent.display().startsWith("HELO"))
                .isPresent();
        Wording wording = refusal.wording();
        Optional<Wording> greeting =
                refusal.subject().transcript().reply(Stage.GREETING).map(Wording::of);
        boolean lmtp = greeting.filter(Wording::namesLmtp).isPresent();
        boolean blamesName = !lmtp
                && refusal.reply().is(501, 504, 550, 553, 554)
                && (wording.blamesHeloName() || wording.has("name", "domain", "syntactically"));
        boolean blocked = wording.namesBlockList();
        boolean ftp = greeting.filter(words -> words.text().matches(".*\\bs?ftp(d|s)?\\b.*"))
                .isPresent();
        ClientName.of(refusal.subject()).describe(draft);
        draft.server(refusal.subject())
                .flag("name", blamesName)
                .flag("not-name", !blamesName && !blocked && !ftp && !lmtp)
                .flag("lmtp", lmtp)
                .flag("helo-tried", heloTried)
                .flag("block-list", blocked)
                .flag("other-service", ftp && !blamesName)
                .flag("port-25", refusal.subject().destination().port() == 25)
                .confidence(blamesName || blocked || lmtp ? Confidence.CERTAIN : Confidence.LIKELY);
    }
}
