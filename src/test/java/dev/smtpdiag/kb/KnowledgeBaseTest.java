package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.FindingTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.ReplyCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the knowledge base answers. */
class KnowledgeBaseTest {

    private final KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);

    @Test
    void factsComeFromOneRow() {
        ReplyFacts facts = knowledge.replyFacts(535);
        assertNotNull(facts);
        assertEquals(Facts.Origin.STANDARD, facts.origin());
        assertEquals(Facts.Retry.AFTER_FIX, facts.retry());
        assertEquals(List.of("auth"), facts.legal());
        assertEquals(ReplyFacts.Login.IS, facts.login());
        assertEquals(Facts.Actor.PERSON, facts.who().get(0));
        assertTrue(facts.enhanced().contains(new EnhancedStatusCode(5, 7, 8)));
        assertEquals("RFC 4954 4", facts.references().get(0).citation());
    }

    @Test
    void unknownCodesHaveNeitherFactsNorWords() {
        assertNull(knowledge.facts(new ReplyCodeTopic(577)));
        assertNull(knowledge.article(new ReplyCodeTopic(577)));
        assertNull(knowledge.facts(new EnhancedCodeTopic(new EnhancedStatusCode(5, 7, 139))));
        assertNull(knowledge.facts(new FindingTopic("auth.rejected")));
    }

    @Test
    void enhancedArticleKeepsWhatHoldsForItsClass() {
        Article temporary = enhanced(4, 1, 1);
        Article permanent = enhanced(5, 1, 1);
        assertTrue(causes(temporary).contains("A lookup table, such as LDAP or a database, is not working."));
        assertFalse(causes(permanent).contains("A lookup table, such as LDAP or a database, is not working."));
        assertTrue(causes(permanent).toString().contains("IMCEAEX"));
        assertFalse(causes(temporary).toString().contains("IMCEAEX"));
    }

    @Test
    void enhancedFactsKnowTheirClass() {
        EnhancedFacts success = knowledge.enhancedFacts(new EnhancedStatusCode(2, 7, 8));
        assertNotNull(success);
        assertFalse(success.fitsClass());
        EnhancedFacts temporary = knowledge.enhancedFacts(new EnhancedStatusCode(4, 7, 8));
        assertNotNull(temporary);
        assertTrue(temporary.fitsClass());
        assertEquals(Facts.Retry.LATER, temporary.retry());
    }

    @Test
    void oneSentenceComesFromTheMoreSpecificCode() {
        String login = "The server refused the user name or the password, or could not accept them as given.";
        assertEquals(login, knowledge.oneLine(reply(535, "5.7.8")));
        String generic = "The server refuses the user name, the password, or the way they were given.";
        assertEquals(generic, knowledge.oneLine(reply(535, null)));
        assertEquals(generic, knowledge.oneLine(reply(535, "5.0.0")), "says no more than the class");
        assertEquals(generic, knowledge.oneLine(reply(535, "5.7.139")), "not in the tables");
        String unknown = "The server did not do it; the same command will fail again unless something changes.";
        assertEquals(unknown, knowledge.oneLine(reply(577, null)));
    }

    @Test
    void languagesFallBackToEnglish() {
        Article english = knowledge.article(new ReplyCodeTopic(535));
        assertEquals(english, KnowledgeBase.in(Language.of("xx-YY")).article(new ReplyCodeTopic(535)));
        assertEquals(english, KnowledgeBase.in(Language.of("")).article(new ReplyCodeTopic(535)));
    }

    @Test
    void examplesAreThoseOfTheCode() {
        List<Example> examples = knowledge.examples(new EnhancedCodeTopic(new EnhancedStatusCode(4, 1, 1)));
        assertFalse(examples.isEmpty());
        for (Example example : examples) {
            assertTrue(example.lines().get(0).contains("4.1.1"), example.toString());
        }
        List<Example> vendor = knowledge.examples(new EnhancedCodeTopic(new EnhancedStatusCode(5, 7, 139)));
        assertEquals("Microsoft 365", vendor.get(0).product());
    }

    @Test
    void idsOfFindingsCannotLeaveTheirFolder() {
        assertThrows(IllegalArgumentException.class, () -> new FindingTopic("../reply/535"));
        assertThrows(IllegalArgumentException.class, () -> knowledge.findingArticle("no.such-finding"));
    }

    private Article enhanced(int classDigit, int subject, int detail) {
        Article article = knowledge.article(new EnhancedCodeTopic(new EnhancedStatusCode(classDigit, subject, detail)));
        assertNotNull(article);
        return article;
    }

    private static List<String> causes(Article article) {
        Section section = article.section(Heading.CAUSES);
        assertNotNull(section);
        return section.items();
    }

    private static Reply reply(int code, String enhanced) {
        EnhancedStatusCode parsed = enhanced == null ? null : EnhancedStatusCode.parse(enhanced);
        return new Reply(new ReplyCode(code), parsed, List.of("text"), Set.of());
    }
}
