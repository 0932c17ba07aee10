package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.MechanismFacts.Strength;
import dev.smtpdiag.kb.Topic.ExtensionTopic;
import dev.smtpdiag.kb.Topic.MechanismTopic;
import dev.smtpdiag.language.Language;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of extensions and login mechanisms and their words: complete, without orphans. */
class ServiceContentTest {

    private static final int LONGEST_SENTENCE = 110;

    /** The registry "SMTP Service Extensions" of IANA. */
    private static final List<String> REGISTERED = List.of(
            ("8BITMIME ATRN AUTH BINARYMIME BURL CHECKPOINT CHUNKING CONNEG CONPERM DELIVERBY DSN ENHANCEDSTATUSCODES"
                            + " ETRN EXPN FUTURERELEASE HELP LIMITS MT-PRIORITY MTRK NO-SOLICITING ONEX PIPELINING"
                            + " REQUIRETLS RRVS SAML SEND SIZE SMTPUTF8 SOML STARTTLS SUBMITTER TURN UTF8SMTP VERB")
                    .split(" "));

    private final KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);

    @Test
    void everyRegisteredKeywordIsKnown() {
        for (String keyword : REGISTERED) {
            ExtensionFacts facts = knowledge.extension(keyword);
            assertNotNull(facts, keyword);
            assertTrue(facts.origin() != ExtensionFacts.Origin.VENDOR, keyword + " is registered");
        }
    }

    @Test
    void extensionsAndWordsMatch() throws Exception {
        Set<String> articles = new TreeSet<>();
        List<String> keywords = new ArrayList<>();
        for (ExtensionFacts facts : knowledge.extensions()) {
            keywords.add(facts.keyword());
            articles.add(facts.article());
            Article article = knowledge.article(new ExtensionTopic(facts.keyword()));
            check(facts.keyword(), article, facts.references());
            assertTrue(!facts.where().isEmpty(), facts.keyword());
            boolean described = facts.origin() != ExtensionFacts.Origin.STANDARD
                    || article.section(Heading.ABSENT) != null
                            && !facts.references().isEmpty();
            assertTrue(described, facts.keyword() + " is standard without a reference or what its absence means");
        }
        assertEquals(keywords.stream().sorted().distinct().toList(), keywords, "sorted, each once");
        assertEquals(articles, names("extension"));
    }

    @Test
    void mechanismsAndWordsMatch() throws Exception {
        Set<String> articles = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (MechanismFacts facts : knowledge.mechanisms()) {
            names.add(facts.name());
            articles.add(facts.article());
            check(facts.name(), knowledge.article(new MechanismTopic(facts.name())), facts.references());
            boolean honest = !facts.exposes() || facts.strength() == Strength.TLS;
            assertTrue(honest, facts.name() + " sends the secret, so it is worth what TLS is worth");
            assertTrue(MechanismTopic.isName(facts.name()), facts.name());
        }
        assertEquals(names.stream().sorted().distinct().toList(), names, "sorted, each once");
        assertEquals(articles, names("mechanism"));
    }

    @Test
    void unknownNamesHaveNeitherFactsNorWords() {
        assertNull(knowledge.extension("XYZZY"));
        assertNull(knowledge.article(new ExtensionTopic("XYZZY")));
        assertNull(knowledge.mechanism("STARTTLS"));
        assertNull(knowledge.article(new MechanismTopic("XYZZY")));
    }

    private void check(String name, Article article, List<Reference> references) {
        assertNotNull(article, name);
        String sentence = article.firstSentence();
        assertTrue(sentence.length() <= LONGEST_SENTENCE, name + ": " + sentence.length() + " " + sentence);
        assertTrue(sentence.endsWith("."), sentence);
        assertTrue(article.summary().size() <= 2, name);
        assertNotNull(article.section(Heading.WHEN), name + " has no When");
        Set<Heading> allowed =
                Set.of(Heading.WHEN, Heading.ABSENT, Heading.CAUSES, Heading.FIX_SENDER, Heading.FIX_OPERATOR);
        article.sections().forEach(section -> assertTrue(allowed.contains(section.heading()), name));
        for (Reference reference : references) {
            assertNotNull(knowledge.documentTitle(reference.document()), name);
        }
    }

    private static Set<String> names(String folder) throws IOException, URISyntaxException {
        Path root = Path.of(
                        KnowledgeBase.class.getResource("/kb/extensions.tsv").toURI())
                .getParent();
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(root.resolve("en").resolve(folder))) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".md", "")));
        }
        return names;
    }
}
