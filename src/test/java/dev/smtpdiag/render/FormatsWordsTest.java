package dev.smtpdiag.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.InputReader;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.MarkdownWriter;
import dev.smtpdiag.render.page.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page has the same parts as the text, in the same order and words. */
class FormatsWordsTest {

    private static final int WIDE = 9999;

    private final KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);
    private final Messages articles = Messages.ofArticles(Language.ENGLISH);
    private final Messages services = Messages.ofServices(Language.ENGLISH);
    private final ArticleText text = new ArticleText(knowledge, articles, Theme.PLAIN, WIDE);
    private final PageExplanation pages = new PageExplanation(knowledge);

    @Test
    void codes() {
        List<Topic> topics = new ArrayList<>();
        for (ReplyFacts facts : knowledge.replyCodes()) {
            topics.add(new ReplyCodeTopic(facts.code()));
        }
        for (EnhancedFacts facts : knowledge.enhancedCodes()) {
            topics.add(new EnhancedCodeTopic(facts.code()));
        }
        assertTrue(topics.size() > 200, topics.size() + " codes");
        for (Topic topic : topics) {
            assertEquals(words(text.of(topic)), words(pages.of(topic, TopicLinks.NONE)), topic.name());
        }
    }

    @Test
    void services() {
        ServiceText service = new ServiceText(knowledge, articles, services, Theme.PLAIN, WIDE);
        for (ExtensionFacts facts : knowledge.extensions()) {
            Topic.ExtensionTopic topic = new Topic.ExtensionTopic(facts.keyword());
            String expected = service.of(new Announced(topic, List.of(), facts.keyword(), true));
            assertEquals(words(expected), words(pages.of(topic, TopicLinks.NONE)), topic.name());
        }
        for (MechanismFacts facts : knowledge.mechanisms()) {
            Topic.MechanismTopic topic = new Topic.MechanismTopic(facts.name());
            String expected = service.of(new Mechanism(topic));
            assertEquals(words(expected), words(pages.of(topic, TopicLinks.NONE)), topic.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "577",
                "4.9.9",
                "5.7.139",
                "465",
                "5.7.708",
                "250 5.7.1 contradiction here",
                "535 5.7.8 Username and Password not accepted",
                "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
                "550-5.1.1 no such user, please",
                "AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2",
                "SIZE 35882577",
                "LIMITS RCPTMAX=100 FOO=1",
                "Unknown SMTP host: a"
            })
    void inputs(String input) {
        ServiceText service = new ServiceText(knowledge, articles, services, Theme.PLAIN, WIDE);
        StringBuilder expected = new StringBuilder();
        List<Explained> found = new ArrayList<>();
        for (InputMatch match : InputReader.read(input)) {
            if (match instanceof Codes codes) {
                expected.append(text.of(codes));
            } else if (match instanceof Port port) {
                expected.append(text.of(port));
            } else if (match instanceof Announced announced) {
                expected.append(service.of(announced));
            } else {
                expected.append(text.of(knowledge.provider(input)));
            }
            found.add(new Explained(input, match, knowledge.provider(input), true, false));
        }
        assertEquals(words(expected.toString()), words(pages.of(found)));
    }

    @Test
    void comparisons() {
        List<ReplyFacts> codes = knowledge.replyCodes();
        for (int i = 2; i < codes.size(); i++) {
            List<Topic> topics = List.of(
                    new ReplyCodeTopic(codes.get(i - 1).code()),
                    new ReplyCodeTopic(codes.get(i).code()));
            Comparison comparison = Comparison.of(knowledge, topics);
            String expected = new ComparisonText(knowledge, articles, Theme.PLAIN, 90).of(comparison);
            Page page = new PageComparison(knowledge, articles).of(comparison, TopicLinks.NONE);
            assertEquals(words(expected), words(page), page.title());
        }
    }

    private static String words(Page page) {
        return words(MarkdownWriter.write(page).replaceAll("\\]\\(https://[^)]*\\)", ""));
    }

    /** Letters and digits: neither marks nor line breaks. */
    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
