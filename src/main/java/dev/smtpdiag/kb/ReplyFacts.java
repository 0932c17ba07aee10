package dev.smtpdiag.kb;

import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code reply-codes.tsv}.
 *
 * @param code three digits
 * @param origin where it comes from
 * @param retry what a correct client does
 * @param who has to act, the likeliest first
 * @param effects on the session; none for a code that no server sends
 * @param login where it stands to a login; null for a code that no server sends
 * @param legal steps at which a standard allows it
 * @param met further steps at which it is met in practice
 * @param enhanced codes that accompany it
 * @param related codes that are confused with it or belong to it
 * @param references to the documents that define it
 */
public record ReplyFacts(
        int code,
        Origin origin,
        Retry retry,
        List<Actor> who,
        List<Effect> effects,
        @Nullable Login login,
        List<String> legal,
        List<String> met,
        List<EnhancedStatusCode> enhanced,
        List<String> related,
        List<Reference> references)
        implements Facts {

    /** What happens to the session. */
    public enum Effect {
        STAYS,
        CLOSES,
        /** The client sends the message next. */
        DATA,
        /** The client sends a SASL response next. */
        RESPONSE,
        /** The TLS handshake follows. */
        TLS
    }

    /** Where a code stands to a login. */
    public enum Login {
        BEFORE,
        AFTER,
        ANY,
        /** It answers the login itself. */
        IS
    }

    @Override
    public List<String> steps() {
        List<String> steps = new ArrayList<>(legal);
        steps.addAll(met);
        return steps;
    }

    static ReplyFacts of(Table.Row row) {
        String login = row.get("login");
        List<EnhancedStatusCode> enhanced = new ArrayList<>();
        for (String code : row.list("enhanced")) {
            EnhancedStatusCode parsed = EnhancedStatusCode.parse(code);
            if (parsed == null) {
                throw new IllegalStateException("not an enhanced status code: " + code);
            }
            enhanced.add(parsed);
        }
        List<Effect> effects = new ArrayList<>();
        for (String effect : row.list("effect")) {
            effects.add(Facts.constant(Effect.values(), effect));
        }
        return new ReplyFacts(
                Integer.parseInt(row.get("code")),
                Facts.constant(Origin.values(), row.get("origin")),
                Facts.constant(Retry.values(), row.get("retry")),
                row.actors(),
                effects,
                login.isEmpty() ? null : Facts.constant(Login.values(), login),
                row.list("legal"),
                row.list("met"),
                enhanced,
                row.list("related"),
                row.references());
    }
}
