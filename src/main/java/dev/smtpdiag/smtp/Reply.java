package dev.smtpdiag.smtp;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reply (RFC 5321 4.2), of one line or many.
 *
 * @param code the reply code; where the lines differ, that of the last line, which decides
 * @param enhanced the enhanced status code of the last line that has one, or null
 * @param lines the text of each line without the reply code, decoded, at least one
 * @param deviations breaches of the grammar that were tolerated
 */
public record Reply(
        ReplyCode code, @Nullable EnhancedStatusCode enhanced, List<String> lines, Set<Deviation> deviations)
        implements ServerOutput {

    public Reply {
        lines = List.copyOf(lines);
        deviations = Set.copyOf(deviations);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a reply has at least one line");
        }
    }

    public boolean isPositive() {
        return code.isPositive();
    }

    /** Whether the code is one of these numbers. */
    public boolean is(int... codes) {
        for (int candidate : codes) {
            if (code.value() == candidate) {
                return true;
            }
        }
        return false;
    }

    /** All lines as one text, joined by a space, enhanced codes of the lines left in place. */
    public String text() {
        return String.join(" ", lines);
    }

    /** The reply in one line, as people quote it: {@code 535 5.7.8 Error: authentication failed}. */
    public String oneLine() {
        String text = text();
        return text.isEmpty() ? code.toString() : code + " " + text;
    }
}
