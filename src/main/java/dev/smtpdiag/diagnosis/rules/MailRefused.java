package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Stage;

/** The sender is refused for good (RFC 5321 3.3, 4.1.1.2). */
public final class MailRefused extends RefusalRule {

    public MailRefused() {
        super("mail.refused", Basis.RFC_MUST, "RFC 5321 3.3");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.MAIL) && refusal.isPermanent() && !refusal.wantsTls() && !refusal.wantsLogin();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        Wording wording = refusal.wording();
        String sender = refusal.subject().plan().envelope().from().orElse("");
        boolean notYours = wording.has(
                        "must equal", "same as auth", "not owned", "sendasdenied", "send as", "not allowed to send")
                || wording.has(
                        "sender address rejected: access denied", "not authorized to send", "not your", "from address");
        boolean domain = refusal.reply().is(511, 515)
                || wording.has(
                        "domain not found",
                        "domain of sender",
                        "cannot resolve",
                        "does not exist",
                        "no mx",
                        "sender domain");
        boolean unproven = wording.namesSenderAuthentication() && !notYours && !domain;
        boolean known = notYours || domain || unproven || wording.namesBlockList() || wording.blamesHeloName();
        draft.server(refusal.subject())
                .argument("sender", "<" + sender + ">")
                .flag("null-sender", sender.isEmpty())
                .flag("not-yours", notYours)
                .flag("domain", domain && !notYours)
                .flag("unproven-domain", unproven)
                .flag("block-list", wording.namesBlockList())
                .flag("name", wording.blamesHeloName())
                .flag("syntax", refusal.reply().is(501, 553, 555) && !known)
                .flag("logged-in", refusal.subject().isLoggedIn() && !known)
                .flag("not-logged-in", !refusal.subject().isLoggedIn() && !known)
                .argument("ehlo-name", ClientName.of(refusal.subject()).value())
                .confidence(known ? Confidence.CERTAIN : Confidence.LIKELY);
    }
}
