package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.smtp.Challenge;
import dev.smtpdiag.transcript.Challenges;
import java.util.Locale;
import java.util.Optional;

/**
 * The server refused an OAuth token. Why stands in a challenge before the refusal (RFC 7628 3.2.2), as far as the provider
 * says it at all.
 */
public final class TokenRefused extends RefusalRule {

    private enum Reason {
        EXPIRED,
        SCOPE,
        UNNAMED
    }

    private final Reason reason;

    private TokenRefused(String id, Reason reason) {
        super(id, Basis.RFC_MUST, "RFC 7628 3.2.2");
        this.reason = reason;
    }

    public static TokenRefused expired() {
        return new TokenRefused("auth.token-expired", Reason.EXPIRED);
    }

    public static TokenRefused scope() {
        return new TokenRefused("auth.token-scope", Reason.SCOPE);
    }

    public static TokenRefused invalid() {
        return new TokenRefused("auth.token-invalid", Reason.UNNAMED);
    }

    /** Whether a refusal is about a token, rather than about the account it is for. */
    static boolean isSaidBy(Refusal refusal) {
        return AuthRejected.isOwn(refusal)
                && refusal.mechanism().filter(TokenRefused::takesToken).isPresent()
                && AuthRejected.isUnnamed(refusal);
    }

    static boolean takesToken(String mechanism) {
        return mechanism.equals("XOAUTH2") || mechanism.equals("OAUTHBEARER");
    }

    @Override
    boolean isMeant(Refusal refusal) {
        // What the token says itself is surer than what the server says about it.
        return isSaidBy(refusal)
                && reason(refusal) == reason
                && TokenFault.worst(refusal.subject()).isEmpty();
    }

    @Override
    void describe(Refusal refusal, Draft draft) {
        Challenges challenges = Challenges.in(refusal.step().events());
        Optional<Challenge> error = challenges.last(Challenge.Kind.OAUTH_ERROR);
        String scope = error.flatMap(found -> found.fact("scope")).orElse("");
        String host = refusal.subject().destination().host().toLowerCase(Locale.ROOT);
        boolean google = scope.contains("mail.google.com") || host.endsWith(".gmail.com");
        boolean microsoft = scope.contains("outlook.") || host.endsWith("office365.com") || host.contains("outlook.");
        draft.server(refusal.subject())
                .argument("code", refusal.reply().code().value())
                .argument("mechanism", refusal.mechanism().orElse(""))
                .argument("status", error.flatMap(found -> found.fact("status").or(() -> found.fact("error"))))
                .argument("description", error.flatMap(found -> found.fact("error_description")))
                .argument("scope", Optional.of(scope).filter(text -> !text.isEmpty()))
                .flag("google", google)
                .flag("microsoft", microsoft)
                .flag("unexplained", error.isEmpty())
                .confidence(reason == Reason.UNNAMED ? Confidence.LIKELY : Confidence.CERTAIN);
        challenges.lineOf(Challenge.Kind.OAUTH_ERROR).ifPresent(draft::evidenceAt);
    }

    private static Reason reason(Refusal refusal) {
        Optional<Challenge> error = Challenges.in(refusal.step().events()).last(Challenge.Kind.OAUTH_ERROR);
        String words = (error.map(found -> found.fact("status").orElse("") + " "
                                        + found.fact("error").orElse("") + " "
                                        + found.fact("error_description").orElse(""))
                                .orElse("")
                        + " " + refusal.wording().text())
                .toLowerCase(Locale.ROOT);
        if (words.contains("expired")) {
            return Reason.EXPIRED;
        }
        boolean scope = words.contains("insufficient_scope") || words.startsWith("403") || words.contains("scope");
        return scope ? Reason.SCOPE : Reason.UNNAMED;
    }
}
