package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.e2e.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The command line as people see it. {@code src/test/resources/golden/FOLDER/NAME.args} says what is typed, its
 * neighbours NAME.out, NAME.err and NAME.exit what comes of it; what is empty has no file.
 *
 * <p>{@code mvn test -Dtest=GoldenTest -Dgolden.update=true} writes them anew.
 */
class GoldenTest {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final List<String> FOLDERS = List.of("cli", "demo", "language", "probe", "simulate", "usage");
    private static final String ARGUMENTS = ".args";
    /** An escape character would make the file unreadable where it is looked at. */
    private static final String ESCAPE = "<ESC>";

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        return cases().stream().map(file -> DynamicTest.dynamicTest(nameOf(file), () -> check(file)));
    }

    @Test
    void everyFileBelongsToACase() throws IOException {
        List<String> orphans = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    int dot = name.lastIndexOf('.');
                    boolean known = List.of(ARGUMENTS, ".out", ".err", ".exit").contains(name.substring(dot));
                    if (!known || !Files.exists(file.resolveSibling(name.substring(0, dot) + ARGUMENTS))) {
                        orphans.add(folder + "/" + name);
                    }
                }
            }
        }
        assertEquals(List.of(), orphans);
    }

    @Test
    void noTwoCasesAreTheSame() throws IOException {
        TreeSet<String> seen = new TreeSet<>();
        for (Path file : cases()) {
            assertTrue(seen.add(Files.readString(file)), () -> nameOf(file) + " is there twice");
        }
        assertFalse(seen.isEmpty());
    }

    @Test
    void goldenFilesAreNotUpdatedInContinuousIntegration() {
        assertThrows(IllegalStateException.class, () -> updates("true", Map.of("CI", "true")));
        assertTrue(updates("true", Map.of()));
        assertFalse(updates("false", Map.of("CI", "true")));
    }

    private static boolean updates(String property, Map<String, String> environment) {
        boolean wanted = Boolean.parseBoolean(property);
        if (wanted && environment.containsKey("CI")) {
            throw new IllegalStateException("golden files are not updated in CI");
        }
        return wanted;
    }

    private static List<Path> cases() throws IOException {
        List<Path> cases = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(ARGUMENTS))
                        .sorted()
                        .forEach(cases::add);
            }
        }
        return cases;
    }

    private static void check(Path file) throws IOException {
        Invocation.Result result = GoldenCase.read(file).run();
        assertEquals(List.of(), Canary.leaks(result.out() + result.err()), "the password shows");
        String out = result.out().replace("\u001b", ESCAPE);
        if (updates(System.getProperty("golden.update", "false"), System.getenv())) {
            update(sibling(file, ".out"), out);
            update(sibling(file, ".err"), result.err());
            update(sibling(file, ".exit"), result.exit() + "\n");
        }
        assertAll(
                () -> assertEquals(content(sibling(file, ".out")), out, "standard output"),
                () -> assertEquals(content(sibling(file, ".err")), result.err(), "standard error"),
                () -> assertEquals(content(sibling(file, ".exit")), result.exit() + "\n", "exit code"));
        if (out.startsWith("{") && out.contains("\"targets\"")) {
            assertEquals(List.of(), ReportSchema.strictErrors(out));
        }
    }

    private static void update(Path file, String content) throws IOException {
        if (content.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, content);
        }
    }

    private static String content(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static Path sibling(Path file, String suffix) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ARGUMENTS.length()) + suffix);
    }

    private static String nameOf(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/').replace(ARGUMENTS, "");
    }
}
