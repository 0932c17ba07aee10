package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.language.EnglishLeftovers;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Pending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Articles in other languages say the same as the English ones: nothing is missing, orphaned, stale, of another structure,
 * or still English.
 *
 * <p>{@code -Dtranslation.accept=fr} (or {@code fr/reply/535.md}) notes that translations were made from the English text
 * as it is now; see docs/translating.md.
 */
class ArticleTranslationTest {

    private static final Path ROOT = Path.of("src/main/resources/kb");
    private static final Pattern LITERAL = Pattern.compile("`[^`]*`");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[^}]*}");
    private static final Pattern KEYWORD =
            Pattern.compile("^(?:\\{\\?[^}]*} )?(?:\\d{3}|\\d\\.\\d+\\.\\d+(?:-\\d+)?|[A-Z][A-Z0-9=-]+): ");
    /** What makes an item one about a single class of a code. */
    private static final Pattern CLASS = Pattern.compile("^[245]\\.\\d+\\.\\d+ ");

    private static final int LONGEST_SENTENCE = 140;
    private static final int WIDEST = 90;

    static List<String> languages() {
        List<String> languages = new ArrayList<>(Language.available());
        languages.remove("en");
        return languages;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsThereAndUpToDate(String language) throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> translated = texts(language);
        Set<String> orphans = new TreeSet<>(translated.keySet());
        orphans.removeAll(english.keySet());
        assertEquals(Set.of(), orphans, "translations of what does not exist");
        String accepted = System.getProperty("translation.accept", "");
        Set<String> pending = new TreeSet<>();
        for (Map.Entry<String, String> text : english.entrySet()) {
            String name = text.getKey();
            String remark = "<!-- " + Pending.fingerprint(text.getValue()) + " -->\n";
            String translation = translated.get(name);
            if (translation != null && (language.equals(accepted) || accepted.equals(language + "/" + name))) {
                translation = remark + translation.replaceFirst("\\A<!-- .* -->\n", "");
                Files.writeString(ROOT.resolve(language).resolve(name), translation);
            }
            if (translation == null || !translation.startsWith(remark)) {
                pending.add(language + " " + name);
            }
        }
        Set<String> listed = Pending.listed(language, false, pending);
        Set<String> forgotten = new TreeSet<>(pending);
        forgotten.removeAll(listed);
        assertEquals(Set.of(), forgotten, "missing or older than the English text, and not listed as pending");
        listed.removeAll(pending);
        assertEquals(Set.of(), listed, "listed as pending, and up to date");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theStructureIsThatOfTheEnglishText(String language) throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, String> english = texts("en");
        Set<String> pending = Pending.listed(language, false);
        int compared = 0;
        for (Map.Entry<String, String> text : texts(language).entrySet()) {
            String name = text.getKey();
            if (pending.contains(language + " " + name)) {
                continue;
            }
            List<Article> ours = articles(language, name, text.getValue());
            List<Article> theirs = articles("en", name, String.valueOf(english.get(name)));
            assertEquals(theirs.size(), ours.size(), name);
            for (int i = 0; i < ours.size(); i++) {
                compared++;
                compare(language + " " + name, theirs.get(i), ours.get(i), differences);
            }
        }
        assertTrue(compared > 300, "only " + compared + " compared");
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theFormIsClean(String language) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> text : texts(language).entrySet()) {
            String name = language + " " + text.getKey();
            String content = text.getValue();
            if (!Normalizer.isNormalized(content, Normalizer.Form.NFC)) {
                wrong.add(name + ": not in normal form C");
            }
            for (String line : content.split("\n")) {
                if (line.length() > WIDEST || line.endsWith(" ")) {
                    wrong.add(name + ": too long, or ends with a blank: " + line);
                }
            }
            for (Article article : articles(language, text.getKey(), content)) {
                String sentence = article.firstSentence();
                if (sentence.length() > LONGEST_SENTENCE || !sentence.endsWith(".")) {
                    wrong.add(name + ": " + sentence);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void compare(String name, Article english, Article ours, List<String> differences) {
        comparePart(name + " title", List.of(english.title()), List.of(ours.title()), differences);
        comparePart(name + " summary", english.summary(), ours.summary(), differences);
        List<String> headings =
                english.sections().stream().map(ArticleTranslationTest::shape).toList();
        if (!headings.equals(
                ours.sections().stream().map(ArticleTranslationTest::shape).toList())) {
            differences.add(name + ": other sections");
            return;
        }
        for (int i = 0; i < ours.sections().size(); i++) {
            Section section = ours.sections().get(i);
            comparePart(
                    name + " " + section.heading(), english.sections().get(i).items(), section.items(), differences);
        }
    }

    private static String shape(Section section) {
        return section.heading() + " " + section.style();
    }

    private static void comparePart(String name, List<String> english, List<String> ours, List<String> differences) {
        if (english.size() != ours.size()) {
            differences.add(name + ": " + english.size() + " items became " + ours.size());
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            String place = name + " " + (i + 1) + ": ";
            String one = english.get(i);
            String other = ours.get(i);
            if (!all(LITERAL, one).equals(all(LITERAL, other))) {
                differences.add(place + "other literals: " + all(LITERAL, other) + " for " + all(LITERAL, one));
            }
            if (!all(ARGUMENT, one).equals(all(ARGUMENT, other))) {
                differences.add(place + "other arguments: " + all(ARGUMENT, other) + " for " + all(ARGUMENT, one));
            }
            if (!all(KEYWORD, one).equals(all(KEYWORD, other))) {
                differences.add(place + "starts with " + all(KEYWORD, other) + ", not " + all(KEYWORD, one));
            }
            boolean filtered = name.contains(" enhanced/") && !name.endsWith("summary");
            if (filtered && !all(CLASS, one).equals(all(CLASS, other))) {
                differences.add(place + "is about " + all(CLASS, other) + ", not " + all(CLASS, one));
            }
            if (!EnglishLeftovers.of(other).isEmpty()) {
                differences.add(place + "English: " + EnglishLeftovers.of(other));
            }
            if (one.equals(other) && one.split(" ").length > 8) {
                differences.add(place + "not translated");
            }
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    /** One article, or those of all sections in the file of a provider. */
    private static List<Article> articles(String language, String name, String text) {
        if (!name.startsWith("provider/")) {
            return List.of(ArticleParser.parse(language, name, text));
        }
        List<Article> articles = new ArrayList<>();
        String[] parts = text.split("\n## ");
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].endsWith("\n") ? parts[i] : parts[i] + "\n";
            articles.add(ArticleParser.parse(language, name, "# " + part.replace("\n### ", "\n## ")));
        }
        return articles;
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path folder = ROOT.resolve(language);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file));
            }
        }
        return texts;
    }
}
