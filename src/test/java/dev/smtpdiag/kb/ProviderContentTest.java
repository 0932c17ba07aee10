package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.language.Language;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of provider replies and its words: complete, without orphans, in the strict form. */
class ProviderContentTest {

    private static final int LONGEST_SENTENCE = 120;
    private static final int FEWEST_ROWS = 160;

    private final List<ProviderReply> rows = ProviderReplies.load().rows();
    private final KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);

    @Test
    void idsAreInOrderAndUnique() {
        assertTrue(rows.size() >= FEWEST_ROWS, rows.size() + " rows");
        String before = "";
        for (ProviderReply row : rows) {
            assertTrue(row.id().matches("[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*"), row.id());
            assertTrue(before.compareTo(row.id()) < 0, before + " before " + row.id());
            before = row.id();
        }
    }

    @Test
    void cellsAreWellFormed() {
        for (ProviderReply row : rows) {
            assertFalse(row.provider().isEmpty(), row.id());
            assertFalse(row.who().isEmpty(), row.id());
            assertFalse(row.example().isEmpty(), row.id());
            assertNotEquals(Facts.Retry.NONE, row.retry(), row.id());
            assertNotEquals(Facts.Retry.CONTINUE, row.retry(), row.id());
            for (String code : row.codes()) {
                assertTrue(code.matches("[4-6]\\d\\d"), row.id() + ": " + code);
            }
            for (String fragment : row.fragments()) {
                assertEquals(ProviderText.lower(ProviderText.of(fragment)), fragment, row.id());
                assertTrue(fragment.length() > 2, row.id());
            }
        }
    }

    @Test
    void everyRowHasWords() {
        for (ProviderReply row : rows) {
            Article article = knowledge.article(row);
            assertEquals(row.provider(), article.title());
            String sentence = article.firstSentence();
            assertTrue(sentence.length() <= LONGEST_SENTENCE, sentence.length() + " " + row.id() + ": " + sentence);
            assertTrue(sentence.endsWith("."), row.id() + ": " + sentence);
            assertEquals(1, article.summary().size(), row.id());
            assertEquals(1, article.sections().size(), row.id());
            assertEquals(Heading.DO, article.sections().get(0).heading(), row.id());
        }
    }

    @Test
    void everyWordHasARow() throws Exception {
        Set<String> ids = new TreeSet<>();
        for (ProviderReply row : rows) {
            ids.add(row.file() + "/" + row.id());
        }
        Set<String> headings = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    assertTrue(line.length() <= 90, file + ": " + line);
                    if (line.startsWith("## ")) {
                        String heading = file.getFileName().toString().replace(".md", "/") + line.substring(3);
                        assertTrue(headings.add(heading), "twice: " + heading);
                    }
                }
            }
        }
        assertEquals(ids, headings);
    }

    @Test
    void productsThatPeopleAskForAreThere() {
        List<String> missing = new ArrayList<>(List.of(
                "gmail",
                "microsoft-365",
                "outlook-com",
                "yahoo",
                "amazon-ses",
                "sendgrid",
                "mailgun",
                "brevo",
                "zoho",
                "icloud",
                "yandex",
                "mail-ru",
                "qq",
                "gmx",
                "ovh",
                "orange",
                "free",
                "postfix",
                "exim",
                "sendmail",
                "opensmtpd",
                "qmail",
                "exchange",
                "haraka",
                "courier",
                "blocklist",
                "proofpoint",
                "mimecast"));
        for (ProviderReply row : rows) {
            missing.remove(row.file());
        }
        assertEquals(List.of(), missing);
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(KnowledgeBase.class.getResource("/kb/providers.tsv").toURI())
                .resolveSibling("en")
                .resolve("provider");
    }
}
