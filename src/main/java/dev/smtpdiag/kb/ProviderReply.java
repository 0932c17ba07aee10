package dev.smtpdiag.kb;

import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one provider or product means by a reply.
 *
 * @param id such as {@code gmail.app-password}; the part before the full stop names the file with the words
 * @param provider or product, by the name that people use
 * @param codes reply codes that it comes with; empty when any
 * @param enhanced enhanced status codes that it comes with; empty when any
 * @param fragments what its text holds, in lower case; at least one
 * @param who has to act, the likeliest first
 * @param example a whole reply
 * @param reference title of the page where the provider explains it; empty when there is none
 */
public record ProviderReply(
        String id,
        String provider,
        List<String> codes,
        List<EnhancedRange> enhanced,
        List<String> fragments,
        Cause cause,
        Facts.Retry retry,
        List<Facts.Actor> who,
        String example,
        String reference) {

    private static final String BETWEEN_FRAGMENTS = " & ";

    public ProviderReply {
        codes = List.copyOf(codes);
        enhanced = List.copyOf(enhanced);
        fragments = List.copyOf(fragments);
        who = List.copyOf(who);
    }

    static ProviderReply of(Table.Row row) {
        List<EnhancedRange> enhanced = new ArrayList<>();
        for (String range : row.list("enhanced")) {
            enhanced.add(EnhancedRange.parse(range));
        }
        return new ProviderReply(
                row.get("id"),
                row.get("provider"),
                row.list("code"),
                enhanced,
                fragments(row.get("fragment")),
                Facts.constant(Cause.values(), row.get("cause")),
                Facts.constant(Facts.Retry.values(), row.get("retry")),
                row.actors(),
                row.get("example"),
                row.get("reference"));
    }

    /** The name of the file with the words. */
    public String file() {
        return id.substring(0, id.indexOf('.'));
    }

    /** Whether it names this enhanced status code. */
    public boolean names(EnhancedStatusCode code) {
        for (EnhancedRange range : enhanced) {
            if (range.holds(code)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> fragments(String cell) {
        List<String> fragments = new ArrayList<>();
        int start = 0;
        for (int end = cell.indexOf(BETWEEN_FRAGMENTS); end >= 0; end = cell.indexOf(BETWEEN_FRAGMENTS, start)) {
            fragments.add(cell.substring(start, end));
            start = end + BETWEEN_FRAGMENTS.length();
        }
        fragments.add(cell.substring(start));
        return fragments;
    }

    /** One enhanced status code, or those with neighbouring details: {@code 5.7.606-649}. */
    public record EnhancedRange(EnhancedStatusCode first, int lastDetail) {

        static EnhancedRange parse(String text) {
            int dash = text.indexOf('-');
            EnhancedStatusCode first = EnhancedStatusCode.parse(dash < 0 ? text : text.substring(0, dash));
            if (first == null) {
                throw new IllegalStateException("not an enhanced status code: " + text);
            }
            return new EnhancedRange(first, dash < 0 ? first.detail() : Integer.parseInt(text.substring(dash + 1)));
        }

        boolean holds(EnhancedStatusCode code) {
            return code.classDigit() == first.classDigit()
                    && code.subject() == first.subject()
                    && code.detail() >= first.detail()
                    && code.detail() <= lastDetail;
        }
    }
}
