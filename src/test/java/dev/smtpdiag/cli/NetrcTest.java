package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that curl and others keep logins in. */
class NetrcTest {

    private static final String FILE = """
            # machine mx.example.com login commented password out
            machine mx.example.com login alice password Wonder-Land-42
            machine MX2.example.com
                login bob
                account ignored
                password #not-a-remark
            macdef init
                machine macro.example.com login nobody password nothing

            machine quoted.example.com login "carol \\"c\\" x" password "a b\\n\\\\\\t"
            machine mx.example.com login second password other
            machine nologin.example.com password secret
            machine nopassword.example.com login dave
            machine empty.example.com login dave password ""
            default login anybody password fallback
            machine late.example.com login never password reached
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mx.example.com, alice, Wonder-Land-42",
        "MX.Example.Com, alice, Wonder-Land-42",
        "mx2.example.com, bob, #not-a-remark",
        "macro.example.com, anybody, fallback",
        "nologin.example.com, '', secret",
        "nopassword.example.com, dave, ''",
        "empty.example.com, dave, ''",
        "late.example.com, anybody, fallback",
        "other.example.com, anybody, fallback",
    })
    void theFirstEntryForAHostCounts(String host, String login, String password) throws Netrc.SyntaxException {
        Netrc.Entry entry = Netrc.parse(FILE).find(host, Optional.empty()).orElseThrow();
        assertEquals(login, entry.login());
        assertEquals(password, entry.password());
    }

    @Test
    void quotationMarksAndEscapesAreThoseOfCurl() throws Netrc.SyntaxException {
        Netrc.Entry entry =
                Netrc.parse(FILE).find("quoted.example.com", Optional.empty()).orElseThrow();
        assertEquals("carol \"c\" x", entry.login());
        assertEquals("a b\n\\\t", entry.password());
    }

    @Test
    void aUserPicksTheEntry() throws Netrc.SyntaxException {
        Netrc netrc = Netrc.parse(FILE);
        assertEquals(
                "other",
                netrc.find("mx.example.com", Optional.of("second"))
                        .orElseThrow()
                        .password());
        assertEquals(Optional.empty(), netrc.find("mx.example.com", Optional.of("nobody")));
    }

    @Test
    void withoutAnEntryThereIsNone() throws Netrc.SyntaxException {
        for (String text :
                new String[] {"", "\n\n", "login a password b", "# machine a", "machine b login c password d"}) {
            assertEquals(Optional.empty(), Netrc.parse(text).find("a", Optional.empty()), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine a login", "machine", "machine a login \"b", "machine a password", "macdef"})
    void whatIsCutOffIsAnError(String text) {
        assertEquals(
                2,
                assertThrows(Netrc.SyntaxException.class, () -> Netrc.parse("\n" + text))
                        .line());
    }

    @Test
    void anEntryShowsNothing() throws Netrc.SyntaxException {
        String shown = Netrc.parse(FILE).find("mx.example.com", Optional.empty()) + "";
        assertFalse(shown.contains("Wonder") || shown.contains("alice"), shown);
    }

    @Test
    void theOptionTheVariableAndTheHomeFolderNameTheFile() throws IOException {
        String line = "machine mx.example.com login alice password ";
        Path named = write("named", line + "one");
        Path variable = write("variable", line + "two");
        write(".netrc", line + "three");
        String home = folder.toString();
        assertEquals("one", password(probe("--netrc-file", named.toString()).with("NETRC", variable.toString())));
        assertEquals(
                "two", password(probe("-n").with("NETRC", variable.toString()).with("HOME", home)));
        assertEquals("three", password(probe("--netrc").with("HOME", home)));
        assertEquals("three", password(probe("--netrc", "--user", "alice").with("HOME", home)));
    }

    @Test
    void errorsAreSentences() throws IOException {
        String file = write("netrc", FILE.replace("default login anybody password fallback", ""))
                .toString();
        String none = folder.resolve("none").toString();
        fails(
                file + " has no login for mx9.example.com: add a line 'machine mx9.example.com login NAME password"
                        + " PASSWORD'; nothing was sent",
                "mx9.example.com",
                "--netrc-file",
                file);
        fails(
                "the entry for nologin.example.com in " + file + " has no login: add one; nothing was sent",
                "nologin.example.com",
                "--netrc-file",
                file);
        fails(
                "the entry for empty.example.com in " + file + " has no password: nothing was sent",
                "empty.example.com",
                "--netrc-file",
                file);
        fails(
                file + " has no entry for mx.example.com with the login zoe: nothing was sent",
                "mx.example.com",
                "--netrc-file",
                file,
                "--user",
                "zoe");
        fails(
                "the .netrc file cannot be read: " + none
                        + " (check the path and its permissions; it must be UTF-8 text)",
                "mx.example.com",
                "--netrc-file",
                none);
        String broken =
                write("broken", "machine a login b\nmachine b login \"canary").toString();
        fails(
                broken + " cannot be understood at line 2: a quotation mark is not closed, or a word has no value;"
                        + " nothing was sent",
                "a",
                "--netrc-file",
                broken);
        String long1 = write("long", " ".repeat(300_000)).toString();
        fails("the file is too long to be a .netrc file: " + long1, "a", "--netrc-file", long1);
    }

    @Test
    void contradictionsAreUsageErrors() {
        Invocation.Result both = probe("--netrc", "--password-stdin").run();
        assertEquals(2, both.exit());
        assertEquals(
                "smtpdiag: the login comes from --netrc and from a password option: give one of them\n", both.err());
        assertEquals(2, probe("--netrc", "--tls", "none").run().exit(), "as with any other login");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatOthersCanReadGetsAWarning() throws IOException {
        Path file = write("open", "machine mx.example.com login alice password Wonder-Land-42");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Invocation call = probe("--netrc-file", file.toString());
        assertEquals(
                "smtpdiag: warning: " + file
                        + " can be read by others on this machine: chmod 600 keeps the passwords in" + " it to you\n",
                call.captured(console -> take(call, console, new String[1])).err());
    }

    private static int take(Invocation call, Console console, String[] into) {
        into[0] = CredentialOptions.logins(call.parsed(), dev.smtpdiag.plan.AuthWishes.DEFAULT, console)
                .apply(dev.smtpdiag.plan.Target.parse("mx.example.com"))
                .orElseThrow()
                .password()
                .reveal();
        return 0;
    }

    private static String password(Invocation call) {
        String[] password = new String[1];
        Invocation.Result result = call.captured(console -> take(call, console, password));
        assertEquals("", result.err());
        return password[0];
    }

    private static Invocation probe(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "probe";
        all[1] = "mx.example.com";
        System.arraycopy(options, 0, all, 2, options.length);
        return Invocation.of(all);
    }

    private static void fails(String sentence, String target, String... options) {
        String[] all = probe(options).arguments().toArray(new String[0]);
        all[1] = target;
        Invocation.Result result = Invocation.of(all).run();
        assertEquals("smtpdiag: " + sentence + "\n", result.err());
        assertEquals(48, result.exit());
        assertTrue(result.out().isEmpty());
    }

    /** For the eyes of its owner only. */
    private Path write(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        if (!System.getProperty("os.name").startsWith("Windows")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }
}
