package dev.smtpdiag.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Problems are named by keys in the code; each must have its sentence, and no sentence may be without a use. */
class MessageKeysTest {

    private static final Pattern PROBLEM =
            Pattern.compile("(?:(?:InvalidInput|Credentials)Exception|Similarity\\.unknown)\\(\\s*\"([^\"]+)\"");
    private static final Path SOURCES = Path.of("src/main/java");

    private final Messages errors = Messages.ofErrors(Language.ENGLISH);

    @Test
    void everyProblemHasASentence() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Path source : sources()) {
            Matcher matcher = PROBLEM.matcher(Files.readString(source));
            while (matcher.find()) {
                found++;
                if (!errors.has(matcher.group(1))) {
                    missing.add(source + ": " + matcher.group(1));
                }
            }
        }
        assertTrue(found > 40, "only " + found + " found: has the form of the calls changed?");
        assertEquals(List.of(), missing);
    }

    @Test
    void everySentenceHasAUse() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path source : sources()) {
            code.append(Files.readString(source));
        }
        TreeSet<String> unused = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/messages/error.properties"))) {
            int equals = line.indexOf('=');
            String key = line.startsWith("#") || equals < 0 ? "" : line.substring(0, equals);
            boolean used = code.indexOf('"' + key.replace(".near", "") + '"') >= 0;
            if (!key.isEmpty() && !used) {
                unused.add(key);
            }
        }
        assertEquals(new TreeSet<String>(), unused);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
