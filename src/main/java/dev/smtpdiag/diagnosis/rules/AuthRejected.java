package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;

/**
 * The login was tried and refused for good (RFC 4954 6): 535, 534, 525 and whatever else says so.
 *
 * <p>Looks at the user name and the password for slips that are often behind it, and tells the slip, never the value.
 */
public final class AuthRejected extends RefusalRule {

    /** Longer than any look-up takes: a delay that punishes failed logins. */
    private static final Duration PENALTY = Duration.ofMillis(1500);

    private static final String UNREADABLE = "unreadable";

    private static final String UNNAMED = "unnamed";

    public AuthRejected() {
        super("auth.rejected", Basis.RFC_MUST, "RFC 4954 6");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        return refusal.isAt(Stage.AUTH)
                && refusal.isPermanent()
                && !AuthNotUsable.isSaidBy(refusal)
                && !refusal.wantsTls();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        String reason = reason(refusal);
        boolean known = !reason.equals(UNNAMED) && !reason.equals(UNREADABLE);
        refusal.subject().plan().credentials().ifPresent(credentials -> lint(credentials, known, draft));
        draft.server(refusal.subject())
                .argument("code", refusal.reply().code().value())
                .flag(reason, true)
                .seconds(refusal.event().took())
                .flag("slow", refusal.event().took().compareTo(PENALTY) >= 0)
                .confidence(refusal.reply().is(525, 534, 535) ? Confidence.CERTAIN : Confidence.LIKELY);
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

    /** Where the server has named the reason, only slips that are surely wrong are worth a word. */
    private static void lint(Credentials credentials, boolean reasonKnown, Draft draft) {
        String password = credentials.password().reveal();
        String user = credentials.user();
        draft.flag("user-without-domain", !reasonKnown && user.indexOf('@') < 0 && user.indexOf('\\') < 0)
                .flag("user-space", !user.equals(user.strip()))
                .flag("password-space", !password.equals(password.strip()))
                .flag("not-ascii", !reasonKnown && (user + password).chars().anyMatch(c -> c > 126));
    }
}
