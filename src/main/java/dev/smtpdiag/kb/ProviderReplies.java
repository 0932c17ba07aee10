package dev.smtpdiag.kb;

import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The replies of providers and products, and which of them a text is.
 *
 * <p>Each row is filed under the rarest word of its fragments. Of a reply only those rows are looked at whose word it has
 * and whose codes are not others than its own; that leaves hardly ever more than two or three.
 */
final class ProviderReplies {

    private static final String TABLE = "providers.tsv";

    /** What it is worth, in letters of a fragment, that the enhanced code is the one of the row. */
    private static final int SAME_ENHANCED = 30;

    private static final int SAME_CODE = 10;

    private final List<ProviderReply> rows;
    private final Map<String, List<ProviderReply>> byWord = new HashMap<>();

    ProviderReplies(List<ProviderReply> rows) {
        this.rows = List.copyOf(rows);
        Map<String, Integer> frequencies = new HashMap<>();
        for (ProviderReply row : rows) {
            for (String word : words(row)) {
                frequencies.merge(word, 1, Integer::sum);
            }
        }
        for (ProviderReply row : rows) {
            byWord.computeIfAbsent(rarest(words(row), frequencies), word -> new ArrayList<>(2))
                    .add(row);
        }
    }

    static ProviderReplies load() {
        List<ProviderReply> rows = new ArrayList<>();
        for (Table.Row row : Table.load(TABLE).rows()) {
            rows.add(ProviderReply.of(row));
        }
        return new ProviderReplies(rows);
    }

    List<ProviderReply> rows() {
        return rows;
    }

    /** The best row for a reply, or null when none fits. */
    @Nullable
    ProviderMatch best(Codes codes) {
        EnhancedStatusCode enhanced =
                codes.enhanced() == null ? null : codes.enhanced().code();
        return best(codes.reply() == null ? "" : codes.reply().name(), enhanced, codes.text());
    }

    /**
     * The best row for a text, or null when none fits: the one with the longest fragments and the same codes.
     *
     * @param code of the reply; empty when the text has none
     */
    @Nullable
    ProviderMatch best(String code, @Nullable EnhancedStatusCode enhanced, String reply) {
        String text = ProviderText.of(reply);
        ProviderReply best = null;
        int bestScore = 0;
        for (ProviderReply row : fitting(code, enhanced, ProviderText.lower(text))) {
            int score = score(row, code, enhanced);
            if (score > bestScore) {
                best = row;
                bestScore = score;
            }
        }
        return best == null ? null : new ProviderMatch(best, matched(best, text));
    }

    /** All rows that a text fits to. */
    List<ProviderReply> fitting(String code, @Nullable EnhancedStatusCode enhanced, String lowerText) {
        List<ProviderReply> fitting = new ArrayList<>(2);
        for (String word : ProviderText.words(lowerText)) {
            for (ProviderReply row : byWord.getOrDefault(word, List.of())) {
                if (!contradicts(row, code, enhanced) && holds(lowerText, row.fragments()) && !fitting.contains(row)) {
                    fitting.add(row);
                }
            }
        }
        return fitting;
    }

    private static boolean contradicts(ProviderReply row, String code, @Nullable EnhancedStatusCode enhanced) {
        if (!code.isEmpty() && !row.codes().isEmpty() && !row.codes().contains(code)) {
            return true;
        }
        return enhanced != null && !row.enhanced().isEmpty() && !row.names(enhanced);
    }

    private static int score(ProviderReply row, String code, @Nullable EnhancedStatusCode enhanced) {
        int score = row.codes().contains(code) ? SAME_CODE : 0;
        score += enhanced != null && row.names(enhanced) ? SAME_ENHANCED : 0;
        for (String fragment : row.fragments()) {
            score += fragment.length();
        }
        return score;
    }

    private static boolean holds(String text, List<String> fragments) {
        for (String fragment : fragments) {
            if (!text.contains(fragment)) {
                return false;
            }
        }
        return true;
    }

    private static String matched(ProviderReply row, String text) {
        String lower = ProviderText.lower(text);
        StringBuilder matched = new StringBuilder();
        for (String fragment : row.fragments()) {
            int start = lower.indexOf(fragment);
            matched.append(matched.length() == 0 ? "" : " … ");
            matched.append(text, start, start + fragment.length());
        }
        return matched.toString();
    }

    private static List<String> words(ProviderReply row) {
        return ProviderText.words(String.join(" ", row.fragments()));
    }

    /** The word that the fewest rows have, of equals the longest. */
    private static String rarest(List<String> words, Map<String, Integer> frequencies) {
        String rarest = "";
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            int frequency = frequencies.getOrDefault(word, 0);
            if (frequency < least || frequency == least && word.length() > rarest.length()) {
                rarest = word;
                least = frequency;
            }
        }
        return rarest;
    }
}
