package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import dev.smtpdiag.transcript.Stage;

/** The server asks to come back later (RFC 5321 4.2.1): 421 anywhere, another 4yz to EHLO, MAIL or RCPT. */
public final class SessionTemporary extends RefusalRule {

    public SessionTemporary() {
        super("session.temporary", Basis.RFC_MUST, "RFC 5321 4.2.1");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        if (refusal.isPermanent() || refusal.isAt(Stage.GREETING)) {
            return false;
        }
        boolean othersClaim = refusal.wantsTls()
                || refusal.wantsLogin()
                || refusal.deniesRelay()
                || refusal.isAt(Stage.STARTTLS, Stage.AUTH);
        return refusal.isLeaving() || !othersClaim;
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        Wording wording = refusal.wording();
        boolean full = isMailboxFull(refusal);
        boolean rate = wording.namesRate() && !full;
        boolean greylisting = wording.namesGreylisting()
                || refusal.reply().is(450, 451)
                        && refusal.isAt(Stage.MAIL, Stage.RCPT)
                        && wording.invitesToRetry()
                        && !rate
                        && !full;
        draft.server(refusal.subject())
                .step()
                .flag("leaving", refusal.isLeaving())
                .flag("greylisting", greylisting)
                .flag("mailbox-full", full)
                .flag("rate", rate && !greylisting)
                .flag("other", !greylisting && !rate && !full)
                .flag("name", wording.blamesHeloName())
                .argument("ehlo-name", ClientName.of(refusal.subject()).value())
                .flag("address-unknown", wording.has("domain not found", "host not found", "sender address", "reverse"))
                .confidence(wording.namesGreylisting() || !greylisting ? Confidence.CERTAIN : Confidence.LIKELY);
    }

    private static boolean isMailboxFull(Refusal refusal) {
        EnhancedStatusCode enhanced = refusal.reply().enhanced();
        boolean saysSo = enhanced != null && enhanced.topic().equals("2.2")
                || refusal.wording().namesFullMailbox();
        return saysSo
                && refusal.isAt(Stage.RCPT)
                && refusal.reply().is(422, 450, 452)
                && !refusal.wording().namesGreylisting();
    }
}
