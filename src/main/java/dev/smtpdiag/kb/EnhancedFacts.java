package dev.smtpdiag.kb;

import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.List;

/**
 * One row of {@code enhanced-codes.tsv}, seen from one of its classes.
 *
 * @param code with the class digit that was asked for
 * @param classes the class digits that make sense with it
 * @param origin where it comes from
 * @param who has to act, the likeliest first
 * @param related codes that are confused with it, without class digit
 * @param references to the documents that define it
 * @param basic the reply codes that the registry lists with it, or {@code any}
 * @param steps where it is met
 */
public record EnhancedFacts(
        EnhancedStatusCode code,
        List<String> classes,
        Origin origin,
        List<Actor> who,
        List<String> related,
        List<Reference> references,
        List<String> basic,
        List<String> steps)
        implements Facts {

    /** Follows from the class alone (RFC 3463 3.1). */
    @Override
    public Retry retry() {
        return switch (code.classDigit()) {
            case 2 -> Retry.NONE;
            case 4 -> Retry.LATER;
            default -> Retry.AFTER_FIX;
        };
    }

    /** Whether subject and detail make sense with the class digit that was asked for. */
    public boolean fitsClass() {
        return classes.contains(Integer.toString(code.classDigit()));
    }

    static EnhancedFacts of(Table.Row row, EnhancedStatusCode code) {
        return new EnhancedFacts(
                code,
                row.list("classes"),
                Facts.constant(Origin.values(), row.get("origin")),
                row.actors(),
                row.list("related"),
                row.references(),
                row.list("basic"),
                row.list("steps"));
    }
}
