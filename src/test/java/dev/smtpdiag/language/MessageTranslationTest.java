package dev.smtpdiag.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.simulate.ScenarioLibrary;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages in other languages: every key, the same arguments, nothing stale or left in English. The English text that each
 * was made from is noted in {@code translations/messages_fr.tsv} among the test resources.
 */
class MessageTranslationTest {

    private static final Path ROOT = Path.of("src/main/resources/messages");
    private static final Path NOTES = Path.of("src/test/resources/translations");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+|SMTPDIAG_LANG");

    static List<String> languages() {
        List<String> languages = new ArrayList<>(Language.available());
        languages.remove("en");
        return languages;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsThereAndUpToDate(String language) throws IOException {
        Map<String, String> english = texts("");
        Map<String, String> translated = texts("_" + language);
        Set<String> orphans = new TreeSet<>(translated.keySet());
        orphans.removeAll(english.keySet());
        assertEquals(Set.of(), orphans, "translations of what does not exist");
        Path notes = NOTES.resolve("messages_" + language + ".tsv");
        Map<String, String> madeFrom = Files.exists(notes) ? notes(notes) : new TreeMap<>();
        if (System.getProperty("translation.accept", "").equals(language)) {
            madeFrom.clear();
            translated
                    .keySet()
                    .forEach(key -> madeFrom.put(key, Pending.fingerprint(String.valueOf(english.get(key)))));
            Files.write(
                    notes,
                    madeFrom.entrySet().stream()
                            .map(e -> e.getKey() + "\t" + e.getValue())
                            .toList());
        }
        Set<String> pending = new TreeSet<>();
        english.forEach((key, text) -> {
            if (!translated.containsKey(key) || !Pending.fingerprint(text).equals(madeFrom.get(key))) {
                pending.add(language + " " + key);
            }
        });
        Set<String> listed = Pending.listed(language, true, pending);
        Set<String> forgotten = new TreeSet<>(pending);
        forgotten.removeAll(listed);
        assertEquals(Set.of(), forgotten, "missing or older than the English text, and not listed as pending");
        listed.removeAll(pending);
        assertEquals(Set.of(), listed, "listed as pending, and up to date");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theySayTheSame(String language) throws IOException {
        Map<String, String> english = texts("");
        List<String> wrong = new ArrayList<>();
        texts("_" + language).forEach((key, text) -> {
            String one = String.valueOf(english.get(key));
            if (!all(ARGUMENT, one).equals(all(ARGUMENT, text))) {
                wrong.add(key + ": other arguments: " + text);
            }
            if (!all(OPTION, one).equals(all(OPTION, text))) {
                wrong.add(key + ": other options: " + text);
            }
            if (!EnglishLeftovers.of(text).isEmpty() || one.equals(text) && one.split(" ").length > 4) {
                wrong.add(key + ": English: " + text);
            }
            if (blanks(one) != blanks(text)) {
                wrong.add(key + ": other blanks at its ends");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void aReleaseHasNothingPending() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceFirst("(?s).*?<version>([^<]*)</version>.*", "$1");
        assertFalse(version.isBlank());
        assertTrue(
                version.endsWith("-SNAPSHOT") || Pending.listed().isEmpty(),
                "version " + version + " would be released with stale translations: " + Pending.listed());
    }

    /** Which ends of a text have a blank that matters. */
    private static int blanks(String text) {
        return (text.startsWith(" ") ? 1 : 0) + (text.endsWith(" ") ? 2 : 0);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** By file and key. */
    private static Map<String, String> texts(String suffix) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        String end = suffix + ".properties";
        try (Stream<Path> files = Files.list(ROOT)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean ours = name.endsWith(end)
                        && name.substring(0, name.length() - end.length()).indexOf('_') < 0;
                if (ours) {
                    Properties properties = new Properties();
                    try (Reader reader = Files.newBufferedReader(file)) {
                        properties.load(reader);
                    }
                    String base = name.substring(0, name.length() - end.length()) + ".properties ";
                    properties.forEach((key, text) -> texts.put(base + key, String.valueOf(text)));
                }
            }
        }
        if (suffix.isEmpty()) {
            // Their English titles stand in the scenarios themselves.
            ScenarioLibrary.names()
                    .forEach(name -> texts.put(
                            "scenario.properties " + name,
                            ScenarioLibrary.load(name).title()));
        }
        return texts;
    }

    private static Map<String, String> notes(Path file) throws IOException {
        Map<String, String> notes = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            notes.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return notes;
    }
}
