package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import java.util.Locale;
import java.util.Set;

/** No recipient is accepted, and the refusal is for good (RFC 5321 3.3, 4.1.1.3). */
public final class RcptRefused extends RefusalRule {

    private static final Set<String> NO_SUCH_USER = Set.of("1.1", "1.2", "1.3", "1.6", "1.10");

    public RcptRefused() {
        super("rcpt.refused", Basis.RFC_MUST, "RFC 5321 3.3");
    }

    /** Relay denied without a login belongs here, with whatever code: Postfix says 454 by default, and will again. */
    @Override
    boolean isMeant(Refusal refusal) {
        boolean settled = refusal.isPermanent() || refusal.deniesRelay();
        boolean othersClaim = refusal.wantsTls()
                || refusal.wantsLogin()
                || refusal.deniesRelay() && refusal.subject().isLoggedIn();
        return refusal.isAt(Stage.RCPT) && settled && !othersClaim;
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        Wording wording = refusal.wording();
        EnhancedStatusCode enhanced = refusal.reply().enhanced();
        boolean relay = refusal.deniesRelay();
        boolean sender = !relay && blamesSender(refusal);
        boolean noUser =
                !sender && (enhanced != null && NO_SUCH_USER.contains(enhanced.topic()) || wording.knowsNoSuchUser());
        boolean blocked = !relay && !sender && wording.namesBlockList();
        boolean name = !relay && !sender && wording.blamesHeloName();
        boolean full = enhanced != null && enhanced.topic().equals("2.2")
                || refusal.reply().is(552);
        boolean unproven = wording.namesSenderAuthentication() && !noUser && !relay;
        boolean known = noUser || relay || sender || unproven || blocked || name || full;
        boolean loginOffered = !known && refusal.isPermanent() && couldLogIn(refusal.subject());
        draft.server(refusal.subject())
                .argument("recipient", recipient(refusal))
                .argument(
                        "sender-address",
                        "<" + refusal.subject().plan().envelope().from().orElse("") + ">")
                .flag("login-offered", loginOffered)
                .flag("sender", sender)
                .flag("no-such-user", noUser && !relay)
                .flag("relay", relay)
                .flag("unproven-domain", unproven)
                .flag("block-list", blocked)
                .flag("name", name)
                .argument("ehlo-name", ClientName.of(refusal.subject()).value())
                .flag("full", full && !noUser && !unproven && !sender)
                .flag("unknown", !known && !loginOffered)
                .flag("several", refusal.subject().plan().envelope().to().size() > 1)
                .confidence(known ? Confidence.CERTAIN : Confidence.LIKELY);
    }

    /** Blames the sender in words; a domain that is not proven is another matter, and so is a recipient. */
    private static boolean blamesSender(Refusal refusal) {
        Wording wording = refusal.wording();
        boolean anotherFailed = wording.has("verification failed for")
                && !wording.has(recipient(refusal).toLowerCase(Locale.ROOT));
        return (wording.blamesSender() || anotherFailed) && !wording.namesSenderAuthentication();
    }

    private static boolean couldLogIn(Case subject) {
        return subject.plan().credentials().isEmpty()
                && subject.transcript().extensions().offersAuth();
    }

    /** The address of the refused command. */
    static String recipient(Refusal refusal) {
        return refusal.command()
                .map(Event.CommandSent::display)
                .map(line -> line.substring(line.indexOf('<') < 0 ? 0 : line.indexOf('<')))
                .orElse("<>");
    }
}
