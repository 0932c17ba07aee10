package dev.smtpdiag.kb;

import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import java.util.ArrayList;
import java.util.List;

/**
 * Which codes a list is about.
 *
 * @param classDigit the first digit, 0 for all
 * @param step where it is met, an id of the tables; empty for all
 * @param standardOnly whether codes without a standard are left out
 * @param search words that its article must hold, all of them; empty for all
 */
public record CodeFilter(int classDigit, String step, boolean standardOnly, String search) {

    /**
     * A code of the list.
     *
     * @param topic its name
     * @param article its words
     * @param facts from the tables
     */
    public record Entry(Topic topic, Article article, Facts facts) {}

    /** The codes that fit, reply codes first, in the order of their numbers. */
    public List<Entry> entries(KnowledgeBase knowledge) {
        List<String> words = SearchText.words(search);
        List<Entry> entries = new ArrayList<>();
        for (ReplyFacts facts : knowledge.replyCodes()) {
            add(new ReplyCodeTopic(facts.code()), facts, facts.code() / 100, words, knowledge, entries);
        }
        for (EnhancedFacts facts : inOrder(knowledge.enhancedCodes())) {
            int digit = facts.code().classDigit();
            add(new EnhancedCodeTopic(facts.code()), facts, digit, words, knowledge, entries);
        }
        return entries;
    }

    /** By class first: the tables have all classes of a code together. */
    private static List<EnhancedFacts> inOrder(List<EnhancedFacts> codes) {
        List<EnhancedFacts> ordered = new ArrayList<>(codes);
        ordered.sort((one, other) ->
                Integer.compare(one.code().classDigit(), other.code().classDigit()));
        return ordered;
    }

    private void add(
            Topic topic, Facts facts, int digit, List<String> words, KnowledgeBase knowledge, List<Entry> entries) {
        boolean fits = (classDigit == 0 || classDigit == digit)
                && (!standardOnly || facts.origin() == Facts.Origin.STANDARD)
                && (step.isEmpty()
                        || facts.steps().contains(step)
                        || facts.steps().contains("any"));
        Article article = fits ? knowledge.article(topic) : null;
        if (article != null && holds(topic, article, words)) {
            entries.add(new Entry(topic, article, facts));
        }
    }

    private static boolean holds(Topic topic, Article article, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String text = SearchText.of(article);
        for (String word : words) {
            if (!SearchText.holds(text, word) && !topic.name().startsWith(word)) {
                return false;
            }
        }
        return true;
    }
}
