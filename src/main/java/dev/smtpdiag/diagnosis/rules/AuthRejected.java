package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * The login was tried and refused for good (RFC 4954 6): 535, 534, 525 and whatever else says so.
 *
 * <p>Looks at the user name and the password for slips that are often behind it, and tells the slip, never the value.
 */
public final class AuthRejected extends RefusalRule {

    /** Longer than any look-up takes: a delay that punishes failed logins. */
    private static final Duration PENALTY = Duration.ofMillis(1500);

    /** Leaves room for what the reply says. */
    private static final int MOST_SLIPS = 4;

    private static final String UNREADABLE = "unreadable";

    private static final String UNNAMED = "unnamed";

    public AuthRejected() {
        super("auth.rejected", Basis.RFC_MUST, "RFC 4954 6");
    }

    /** A final refusal of a login that could be judged. */
    static boolean isOwn(Refusal refusal) {
        return refusal.isAt(Stage.AUTH)
                && refusal.isPermanent()
                && !AuthNotUsable.isSaidBy(refusal)
                && !refusal.wantsTls()
                && !refusal.wantsClientCertificate();
    }

    /** Whether the server keeps the reason to itself. */
    static boolean isUnnamed(Refusal refusal) {
        return reason(refusal).equals(UNNAMED);
    }

    @Override
    boolean isMeant(Refusal refusal) {
        // A token is told of by rules of its own.
        return isOwn(refusal)
                && !TokenRefused.isSaidBy(refusal)
                && TokenFault.worst(refusal.subject()).isEmpty();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        String reason = reason(refusal);
        boolean open = reason.equals(UNNAMED) || reason.equals(UNREADABLE);
        Optional<MailService> service = refusal.subject().service();
        draft.server(refusal.subject())
                .argument("code", refusal.reply().code().value())
                .flag(reason, true)
                .flag("provider-unknown", service.isEmpty())
                .flag("challenge", reason.equals(UNNAMED) && isChallengeUsed(refusal))
                .flag("external", refusal.mechanism().filter("EXTERNAL"::equals).isPresent())
                .flag("domain", refusal.mechanism().filter("NTLM"::equals).isPresent())
                .seconds(refusal.event().took())
                .flag("slow", refusal.event().took().compareTo(PENALTY) >= 0)
                .confidence(refusal.reply().is(525, 534, 535) ? Confidence.CERTAIN : Confidence.LIKELY);
        service.ifPresent(known -> LoginSlips.describe(known, draft));
        if (open) {
            service.ifPresent(known -> draft.flag("wants-" + LoginSlips.id(known.password()), true));
        }
        int room = open && service.isPresent() && reason.equals(UNREADABLE) ? MOST_SLIPS - 1 : MOST_SLIPS;
        refusal.subject()
                .plan()
                .credentials()
                .filter(Credentials::hasPassword)
                .ifPresent(login -> LoginSlips.describe(
                        login, service, slip -> slip.isSure() || open || !slip.isHint(), room, draft));
    }

    private static boolean isChallengeUsed(Refusal refusal) {
        String mechanism = refusal.mechanism().orElse("");
        return mechanism.startsWith("SCRAM-") || mechanism.endsWith("-MD5");
    }

    /** What the server says is behind it; most servers say nothing, to help nobody who guesses. */
    private static String reason(Refusal refusal) {
        Wording wording = refusal.wording();
        if (wording.has(
                "application-specific password", "app password", "app-specific password", "authorization code")) {
            return "app-password";
        }
        if (wording.has("basic authentication is disabled", "smtpclientauthentication is disabled")) {
            return "basic-auth-disabled";
        }
        if (wording.has("did not meet the criteria", "conditional access", "security defaults")) {
            return "conditional-access";
        }
        if (wording.has("web browser")) {
            return "browser";
        }
        if (refusal.reply().is(525) || wording.has("disabled", "locked", "suspended")) {
            return "disabled";
        }
        if (refusal.asksForTls()) {
            return "tls-asked";
        }
        if (refusal.reply().is(534)) {
            return "weak-mechanism";
        }
        return refusal.reply().is(501) ? UNREADABLE : UNNAMED;
    }
}
