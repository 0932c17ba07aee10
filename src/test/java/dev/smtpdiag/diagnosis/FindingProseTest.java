package dev.smtpdiag.diagnosis;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Style;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.scan.ScanRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words about findings keep the form that docs/knowledge-base.md gives them. */
final class FindingProseTest {

    private static final Path KNOWLEDGE = Path.of("src/main/resources/kb");
    private static final int WIDTH = 90;

    @Test
    void hasWordsForEveryRuleAndNoOthers() throws IOException {
        try (Stream<Path> files = Files.list(KNOWLEDGE.resolve("en/finding"))) {
            List<String> present =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(ids().map(id -> id + ".md").sorted().toList(), present);
        }
    }

    @Test
    void listsEveryRuleInTheTable() throws IOException {
        List<String> rows = Files.readAllLines(KNOWLEDGE.resolve("findings.tsv"));
        Stream<String> rules = Rules.ALL.stream()
                .map(rule -> String.join(
                        "\t", rule.id(), rule.severity().id(), rule.basis().id(), rule.citation()));
        Stream<String> scans = Stream.of(ScanRule.values())
                .map(rule -> String.join(
                        "\t", rule.id(), rule.severity().id(), rule.basis().id(), rule.citation()));
        List<String> expected = Stream.concat(rules, scans)
                .sorted(Comparator.comparing(row -> row.substring(0, row.indexOf('\t'))))
                .toList();
        List<String> actual = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            int lastTab = row.lastIndexOf('\t');
            assertTrue(row.substring(lastTab + 1).matches("-|\\d{1,2}"), row);
            actual.add(row.substring(0, lastTab));
        }
        assertEquals("id\tseverity\tbasis\tcitation\texit", rows.get(0));
        assertEquals(expected, actual);
    }

    @TestFactory
    Stream<DynamicTest> isInForm() {
        return ids().map(id -> DynamicTest.dynamicTest(id, () -> check(id)));
    }

    /** What rules about sessions find, and what scans find. */
    private static Stream<String> ids() {
        return Stream.concat(
                Rules.ALL.stream().map(Rule::id), Stream.of(ScanRule.values()).map(ScanRule::id));
    }

    private static void check(String id) throws IOException {
        Article article = KnowledgeBase.in(Language.ENGLISH).findingArticle(id);
        Article.Section remedies = article.section(Heading.DO);
        Article.Section alternatives = article.section(Heading.ELSE);
        List<String> lines = Files.readAllLines(KNOWLEDGE.resolve("en/finding/" + id + ".md"));
        String whole = String.join("\n", lines);
        assertAll(
                () -> assertTrue(article.title().endsWith("."), "the title is a sentence"),
                () -> assertTrue(article.title().indexOf('{') < 0, "the title stands without arguments"),
                () -> assertEquals(1, article.summary().size(), "one paragraph"),
                () -> assertEquals(Style.NUMBERED, remedies == null ? null : remedies.style()),
                () -> assertEquals(Style.BULLETS, alternatives == null ? null : alternatives.style()),
                () -> assertEquals(2, article.sections().size()),
                () -> assertFalse(whole.contains("!"), "exclamation mark"),
                () -> assertEquals(0, whole.chars().filter(c -> c == '`').count() % 2, "back-ticks"),
                () -> lines.forEach(line -> assertTrue(line.length() <= WIDTH, line)),
                () -> Words.items(article).forEach(FindingProseTest::checkItem));
    }

    private static void checkItem(String item) {
        String text = item.replaceFirst("^(\\{\\?[a-z0-9-]+} ?)+", "");
        assertFalse(text.contains("{?"), "guards stand at the start: " + item);
        assertTrue(text.endsWith("."), "an item is a sentence: " + item);
    }
}
