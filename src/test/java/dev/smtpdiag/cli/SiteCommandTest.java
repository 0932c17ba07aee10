package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code codes --site} and the folder that it writes to. */
class SiteCommandTest {

    @TempDir
    Path folder;

    @Test
    void writesASiteAndSaysWhere() throws IOException {
        Path site = folder.resolve("new/site");
        Invocation.Result result = write(site, false);
        assertEquals(0, result.exit(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().matches("\\d{4,} pages written to .*index.html in a browser\\R"), result.err());
        assertTrue(Files.exists(site.resolve("en/reply/535.html")));
        assertTrue(Files.exists(site.resolve("index.html")));
    }

    @Test
    void replacesAnEarlierSiteAndNothingElse() throws IOException {
        Files.write(folder.resolve(SiteFolder.MARK), List.of("en/reply/1.html", "../outside.txt", "", "."));
        Files.createDirectories(folder.resolve("en/reply"));
        Path stale = Files.writeString(folder.resolve("en/reply/1.html"), "old");
        Path own = Files.writeString(folder.resolve("own.txt"), "mine");
        Path outside = Files.writeString(folder.resolveSibling("outside.txt"), "not ours");
        Invocation.Result result = write(folder, true);
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.err().contains("\u001b[K… 100 of "), "progress on a terminal");
        assertFalse(Files.exists(stale));
        assertTrue(Files.exists(own));
        assertTrue(Files.exists(outside));
        Files.delete(outside);
        assertTrue(Files.readAllLines(folder.resolve(SiteFolder.MARK)).contains("en/reply/535.html"));
    }

    @Test
    void refusesAFolderOfSomebodyElse() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        Invocation.Result result = write(folder, false);
        assertEquals(2, result.exit());
        assertTrue(
                result.err().startsWith("smtpdiag: the folder is not empty and holds no earlier site"), result.err());
        assertEquals(List.of("thesis.txt"), List.of(folder.toFile().list()));
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Invocation.Result result = write(file, false);
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("there is a file of this name"), result.err());
        Invocation.Result below = write(file.resolve("site"), false);
        assertEquals(2, below.exit());
        assertTrue(below.err().contains("the site cannot be written to"), below.err());
        assertEquals(2, Invocation.of("codes", "--site", "a\u0000b").run().exit());
    }

    private static Invocation.Result write(Path site, boolean terminal) {
        return new Invocation(
                        List.of("codes", "--site", site.toString()),
                        Map.of("LANG", "en_US.UTF-8"),
                        "",
                        new Console.Terminals(false, false, terminal, 80))
                .run();
    }
}
