package dev.smtpdiag.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A comparison of any two codes is whole. */
class ComparePairsTest {

    private final KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);
    private final Messages messages = Messages.ofArticles(Language.ENGLISH);

    @Test
    void everyPairOfStandardReplyCodesIsWhole() {
        List<Topic> standard = new ArrayList<>();
        for (ReplyFacts facts : knowledge.replyCodes()) {
            Topic topic = new ReplyCodeTopic(facts.code());
            if (facts.origin() == Facts.Origin.STANDARD) {
                standard.forEach(other -> check(List.of(other, topic)));
                standard.add(topic);
            } else {
                check(List.of(topic, new ReplyCodeTopic(550)));
                check(List.of(new ReplyCodeTopic(250), topic));
            }
        }
    }

    @Test
    void everyEnhancedCodeComparesWithItsNeighboursAndWithReplyCodes() {
        Topic last = new ReplyCodeTopic(550);
        for (EnhancedFacts facts : knowledge.enhancedCodes()) {
            Topic topic = new EnhancedCodeTopic(facts.code());
            check(List.of(topic, last));
            check(List.of(new ReplyCodeTopic(354), topic));
            last = topic;
        }
    }

    @Test
    void threeCodesAreComparedAsWell() {
        check(List.of(new ReplyCodeTopic(450), new ReplyCodeTopic(451), new ReplyCodeTopic(452)));
        check(List.of(new ReplyCodeTopic(220), new ReplyCodeTopic(354), new ReplyCodeTopic(535)));
    }

    private void check(List<Topic> topics) {
        Comparison comparison = Comparison.of(knowledge, topics);
        String narrow = new ComparisonText(knowledge, messages, Theme.PLAIN, 80).of(comparison);
        String name = topics + "\n" + narrow;
        // Words of the programs we describe may hold braces; ours may not.
        assertFalse(narrow.contains("{0}") || narrow.contains("{1}") || narrow.contains("{2}"), name);
        assertFalse(narrow.contains(" \n"), name);
        String[] lines = narrow.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String text = lines[i].strip();
            assertTrue(TextWidth.of(lines[i]) <= 80 || !text.contains(" "), lines[i]);
            // A label or a number may stand before the text; a headline has its facts at the right end.
            String words = text.replaceFirst("^([0-9.]+|-) +", "");
            boolean headline = !lines[i].isEmpty() && Character.isDigit(lines[i].charAt(0));
            assertTrue(headline || !words.contains("  "), lines[i]);
            boolean heading = !text.isEmpty() && messagesHave(text);
            boolean followed = i + 1 < lines.length && !lines[i + 1].isEmpty();
            assertTrue(!heading || followed, "empty section " + text + " in " + name);
        }
        for (String sentence : new ComparisonDifferences(messages, words()).sentences(comparison)) {
            assertTrue(
                    sentence.endsWith(".")
                            && !sentence.contains("  ")
                            && !sentence.contains("null")
                            && !sentence.contains(" ,"),
                    sentence);
            int colons = sentence.length() - sentence.replace(":", "").length();
            assertEquals(1, colons, sentence);
        }
        String opening = new ComparisonOpening(messages, words()).paragraph(comparison);
        assertTrue(
                opening.endsWith(".")
                        && !opening.contains("  ")
                        && !opening.contains(" null ")
                        && !opening.contains(".."),
                opening);
        new ComparisonText(knowledge, messages, Theme.PLAIN, 120)
                .of(comparison)
                .lines()
                .forEach(line -> {
                    assertTrue(TextWidth.of(line) <= 120, line);
                    assertFalse(line.endsWith(" "), line);
                });
    }

    private boolean messagesHave(String text) {
        for (String key : List.of("apart", "differences", "which", "receiver", "author", "more")) {
            if (messages.get("compare.heading." + key).equals(text)) {
                return true;
            }
        }
        return text.equals(messages.get("article.heading.when")) || text.equals(messages.get("article.heading.fix"));
    }

    private ArticleWords words() {
        return new ArticleWords(knowledge, messages);
    }
}
