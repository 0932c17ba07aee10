package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables and words: complete, without orphans, in the strict form. */
class KnowledgeBaseContentTest {

    private static final int LONGEST_SENTENCE = 120;
    private static final Set<String> STEPS = Set.of(
            "greeting",
            "ehlo",
            "starttls",
            "auth",
            "mail",
            "rcpt",
            "data",
            "message",
            "bdat",
            "burl",
            "rset",
            "vrfy",
            "expn",
            "help",
            "noop",
            "quit",
            "etrn",
            "atrn",
            "any");

    private final KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);

    @Test
    void everyArticleIsInTheStrictForm() throws Exception {
        try (Stream<Path> files = Files.walk(root().resolve("en"))) {
            for (Path file : files.filter(KnowledgeBaseContentTest::isArticle).toList()) {
                assertNotNull(ArticleParser.parse("en", file.toString(), Files.readString(file)));
            }
        }
    }

    @Test
    void everyReplyCodeHasWordsAndEveryWordACode() throws Exception {
        Set<String> codes = new TreeSet<>();
        for (ReplyFacts facts : knowledge.replyCodes()) {
            assertTrue(codes.add(Integer.toString(facts.code())), "twice: " + facts.code());
        }
        assertEquals(codes, names("reply"));
    }

    @Test
    void everyEnhancedCodeHasWordsAndEveryWordACode() throws Exception {
        Set<String> codes = new TreeSet<>();
        for (EnhancedFacts facts : knowledge.enhancedCodes()) {
            codes.add(facts.code().topic());
        }
        assertEquals(codes, names("enhanced"));
    }

    @Test
    void factsReferToWhatExists() {
        Table references = Table.load("references.tsv");
        for (Facts facts : all()) {
            for (Reference reference : facts.references()) {
                assertNotNull(references.row(reference.document()), facts + " cites " + reference);
            }
            assertTrue(STEPS.containsAll(facts.steps()), facts.toString());
            assertTrue(!facts.who().isEmpty(), facts.toString());
            boolean cited = facts.origin() != Facts.Origin.STANDARD
                    || !facts.references().isEmpty();
            assertTrue(cited, "standard without a reference: " + facts);
        }
        Table replies = Table.load("reply-codes.tsv");
        Table enhanced = Table.load("enhanced-codes.tsv");
        for (ReplyFacts facts : knowledge.replyCodes()) {
            for (String related : facts.related()) {
                assertNotNull(replies.row(related), facts.code() + " is related to " + related);
            }
        }
        for (EnhancedFacts facts : knowledge.enhancedCodes()) {
            for (String related : facts.related()) {
                assertNotNull(enhanced.row(related), facts.code() + " is related to " + related);
            }
            for (String basic : facts.basic()) {
                assertTrue(basic.equals("any") || replies.row(basic) != null, facts.code() + " goes with " + basic);
            }
        }
    }

    @Test
    void accompanyingCodesAreOfTheSameClass() {
        for (ReplyFacts facts : knowledge.replyCodes()) {
            facts.enhanced()
                    .forEach(code -> assertEquals(facts.code() / 100, code.classDigit(), facts.code() + " " + code));
        }
    }

    @Test
    void examplesBelongToCodes() {
        Table replies = Table.load("reply-codes.tsv");
        Table enhanced = Table.load("enhanced-codes.tsv");
        for (Table.Row row : Table.load("examples.tsv").rows()) {
            String code = row.get("code");
            assertTrue(replies.row(code) != null || enhanced.row(code) != null, row.toString());
            boolean shown = Example.of(row).lines().get(0).contains(code);
            assertTrue(shown, "the example does not show its code: " + row);
        }
    }

    @Test
    void firstSentencesStandAlone() {
        for (Facts facts : all()) {
            String sentence = article(facts).firstSentence();
            assertTrue(sentence.length() <= LONGEST_SENTENCE, sentence);
            assertTrue(sentence.endsWith("."), sentence);
        }
    }

    @Test
    void articlesHaveTheSectionsThatReadersExpect() {
        for (ReplyFacts facts : knowledge.replyCodes()) {
            Article article = article(facts);
            assertNotNull(article.section(Heading.WHEN), facts.code() + " has no When");
            assertNotNull(article.section(Heading.NEXT), facts.code() + " has no Next");
            if (facts.retry() != Facts.Retry.NONE && facts.retry() != Facts.Retry.CONTINUE) {
                assertNotNull(article.section(Heading.CAUSES), facts.code() + " has no Causes");
                boolean fix = article.section(Heading.FIX_SENDER) != null
                        || article.section(Heading.FIX_OPERATOR) != null
                        || article.section(Heading.FIX_NOBODY) != null;
                assertTrue(fix, facts.code() + " has no Fix");
            }
        }
        for (Facts facts : all()) {
            assertTrue(article(facts).summary().size() <= 2, facts.toString());
            assertNull(article(facts).section(Heading.DO), facts.toString());
        }
    }

    @Test
    void confusedCodesAreCodes() {
        for (Facts facts : all()) {
            Section section = article(facts).section(Heading.CONFUSED_WITH);
            for (String item : section == null ? List.<String>of() : section.items()) {
                assertTrue(item.matches("(\\d{3}|[245]\\.\\d{1,3}\\.\\d{1,3}): .+"), facts + ": " + item);
            }
        }
    }

    @Test
    void theProseNamesKnownDocuments() throws Exception {
        Table references = Table.load("references.tsv");
        Set<String> unknown = new TreeSet<>();
        int named = 0;
        try (Stream<Path> files = Files.walk(root().resolve("en"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher rfc = Pattern.compile("RFC\\s+(\\d+)").matcher(Files.readString(file));
                while (rfc.find()) {
                    named++;
                    if (references.row("RFC" + rfc.group(1)) == null) {
                        unknown.add(file.getFileName() + ": RFC " + rfc.group(1));
                    }
                }
            }
        }
        assertTrue(named > 0, "none found: has the way they are written changed?");
        assertEquals(Set.of(), unknown);
    }

    @Test
    void notesAreAboutTwoKnownCodesInTheirOrder() throws Exception {
        Set<String> pairs = names("pair");
        assertTrue(pairs.size() >= 32, pairs.toString());
        for (String pair : pairs) {
            String[] codes = pair.split("-");
            assertEquals(2, codes.length, pair);
            Topic one = topic(codes[0]);
            Topic other = topic(codes[1]);
            assertNotNull(knowledge.facts(one), pair);
            assertNotNull(knowledge.facts(other), pair);
            Article note = knowledge.pair(other, one);
            assertNotNull(note, pair);
            assertEquals(codes[0] + " or " + codes[1], note.title());
            assertEquals(List.of(), note.sections(), pair);
            assertTrue(note.firstSentence().length() <= LONGEST_SENTENCE, note.firstSentence());
            assertTrue(inOrder(codes[0], codes[1]), pair);
        }
    }

    private static Topic topic(String name) {
        EnhancedStatusCode enhanced = EnhancedStatusCode.parse(name);
        return enhanced != null ? new EnhancedCodeTopic(enhanced) : new ReplyCodeTopic(Integer.parseInt(name));
    }

    private static boolean inOrder(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < left.length; i++) {
            int difference = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private Article article(Facts facts) {
        Topic topic = facts instanceof ReplyFacts reply
                ? new ReplyCodeTopic(reply.code())
                : new EnhancedCodeTopic(((EnhancedFacts) facts).code());
        Article article = knowledge.article(topic);
        assertNotNull(article, topic.name());
        return article;
    }

    private List<Facts> all() {
        List<Facts> all = new ArrayList<>(knowledge.replyCodes());
        all.addAll(knowledge.enhancedCodes());
        return all;
    }

    private static Set<String> names(String folder) throws IOException, URISyntaxException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(root().resolve("en").resolve(folder))) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".md", "")));
        }
        return names;
    }

    /** Not the words about providers, which ProviderContentTest reads. */
    private static boolean isArticle(Path file) {
        return Files.isRegularFile(file)
                && !file.getParent().getFileName().toString().equals("provider");
    }

    private static Path root() throws URISyntaxException {
        return Path.of(KnowledgeBase.class.getResource("/kb/reply-codes.tsv").toURI())
                .getParent();
    }
}
