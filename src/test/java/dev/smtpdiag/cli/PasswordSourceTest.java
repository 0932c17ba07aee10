package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smtpdiag.plan.AuthWishes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where passwords come from, and what is said when none comes. */
class PasswordSourceTest {

    private static final String PASSWORD = "p%c3 w0rd é";

    @TempDir
    Path folder;

    @Test
    void aVariableIsTakenAsItIs() {
        assertEquals(PASSWORD, password(login("--password-env", "MAILPW").with("MAILPW", PASSWORD)));
        assertEquals(" x ", password(login("--password-env", "MAILPW").with("MAILPW", " x ")));
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        fails(
                login("--password-env", "MAILPW"),
                48,
                "the environment variable MAILPW is not set: export it, or name another one with --password-env");
    }

    @Test
    void anEmptyVariableIsNoPassword() {
        fails(
                login("--password-env", "MAILPW").with("MAILPW", ""),
                48,
                "the password in the environment variable MAILPW is empty: nothing was sent");
    }

    @ParameterizedTest
    @CsvSource({"'secret', secret", "'secret\n', secret", "'secret\r\n', secret", "'secret\n\n', 'secret\n'"})
    void ofAFileOneLineEndIsDropped(String content, String expected) throws IOException {
        assertEquals(expected, password(login("--password-file", file(content))));
    }

    @Test
    void spacesInAFileBelongToThePassword() throws IOException {
        assertEquals(" " + PASSWORD + "\t", password(login("--password-file", file(" " + PASSWORD + "\t\n"))));
    }

    @ParameterizedTest
    @CsvSource({"''", "'\n'", "'\r\n'"})
    void anEmptyFileIsNoPassword(String content) throws IOException {
        String file = file(content);
        fails(login("--password-file", file), 48, "the password in " + file + " is empty: nothing was sent");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        String missing = folder.resolve("missing").toString();
        fails(
                login("--password-file", missing),
                48,
                "the password file cannot be read: " + missing
                        + " (check the path and its permissions; it must be UTF-8 text)");
        // A folder is there, and is no file.
        fails(
                login("--password-file", folder.toString()),
                48,
                "the password file cannot be read: " + folder
                        + " (check the path and its permissions; it must be UTF-8 text)");
    }

    @Test
    void aFileThatIsNoTextIsNotGuessedAt() throws IOException {
        Path file = Files.write(folder.resolve("latin1"), "gehe\u00ebim".getBytes(StandardCharsets.ISO_8859_1));
        fails(
                login("--password-file", file.toString()),
                48,
                "the password file cannot be read: " + file
                        + " (check the path and its permissions; it must be UTF-8 text)");
    }

    @Test
    void ofStandardInputTheFirstLineCounts() {
        assertEquals(PASSWORD, password(login("--password-stdin").typing(PASSWORD)));
        assertEquals(PASSWORD, password(login("--password-stdin").typing(PASSWORD + "\r\nmore\n")));
    }

    @ParameterizedTest
    @CsvSource({"''", "'\nsecond line'"})
    void emptyStandardInputIsNoPassword(String typed) {
        fails(login("--password-stdin").typing(typed), 48, "the password on standard input is empty: nothing was sent");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ofACommandTheFirstLineCounts() {
        assertEquals("se cret", password(login("--password-command", "printf 'se cret\\nmore\\n'")));
        assertEquals("secret", password(login("--password-command", "echo $((1)) >/dev/null; echo secret")));
        assertEquals("secret", password(login("--passwordeval", "echo secret")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatFailsIsNotBelieved() {
        fails(
                login("--password-command", "echo secret; exit 3"),
                48,
                "the command of --password-command failed with exit code 3: run it alone to see why");
        fails(
                login("--password-command", "exit 1"),
                48,
                "the command of --password-command failed with exit code 1: run it alone to see why");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatPrintsMoreThanAPipeHoldsIsNoTrap() {
        // 108 kB; a pipe holds 64.
        String much = "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo $i; done";
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertEquals("1", password(login("--password-command", much))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatPrintsNothingGivesNoPassword() {
        String sentence = "the password that --password-command printed is empty: nothing was sent";
        fails(login("--password-command", "true"), 48, sentence);
        fails(login("--password-command", "echo"), 48, sentence);
    }

    @Test
    void withoutATerminalNobodyIsAsked() {
        fails(
                login(),
                48,
                "no password for alice, and no terminal to ask on: use --password-env, --password-file or"
                        + " --password-stdin");
    }

    @Test
    void thePasswordOnTheCommandLineWorksWithAWarning() {
        String warning = "smtpdiag: warning: --password can be seen in the process list and the shell history;"
                + " --password-env, --password-file or --password-command keep it out of them\n";
        for (String option : List.of("--password", "-ap", "--auth-password")) {
            assertEquals(PASSWORD, password(login(option, PASSWORD)), option);
            Invocation.Result result = login(option, PASSWORD).captured(console -> {
                CredentialOptions.credentials(login(option, PASSWORD).parsed(), AuthWishes.DEFAULT, console);
                return 0;
            });
            assertEquals(warning, result.err(), option);
            assertEquals("", result.out(), option);
        }
    }

    @Test
    void anEmptyPasswordOnTheCommandLineIsNoPassword() {
        Invocation.Result result = login("--password", "").run();
        assertEquals(48, result.exit());
        assertEquals(
                "smtpdiag: the password of --password is empty: nothing was sent",
                result.err().lines().skip(1).findFirst().orElse(""));
    }

    @Test
    void anEmptyUserIsNoUser() {
        fails(
                Invocation.of("probe", "mx.example.com", "--user", "", "--password-env", "MAILPW"),
                48,
                "the user name of --user is empty: nothing was sent");
    }

    @Test
    void contradictionsAreUsageErrors() {
        fails(
                login("--password-stdin", "--password-env", "MAILPW"),
                2,
                "the password comes from more than one option: give one of --password-env, --password-file,"
                        + " --password-stdin, --password-command");
        fails(
                Invocation.of("probe", "mx.example.com", "--password-stdin"),
                2,
                "a password is given, but no user: add --user NAME");
        fails(
                Invocation.of("probe", "mx.example.com", "--user", "a\nb", "--password-env", "MAILPW"),
                2,
                "the user name has a line end or a NUL in it: no server accepts that");
    }

    private static Invocation login(String... options) {
        List<String> arguments = new ArrayList<>(List.of("probe", "mx.example.com", "--user", "alice"));
        arguments.addAll(List.of(options));
        return Invocation.of(arguments.toArray(new String[0]));
    }

    /** What would be sent. */
    private static String password(Invocation invocation) {
        String[] password = new String[1];
        invocation.captured(console -> {
            password[0] = CredentialOptions.credentials(invocation.parsed(), AuthWishes.DEFAULT, console)
                    .orElseThrow()
                    .password()
                    .reveal();
            return 0;
        });
        return password[0];
    }

    private static void fails(Invocation invocation, int exit, String sentence) {
        Invocation.Result result = invocation.run();
        assertEquals("smtpdiag: " + sentence + "\n", result.err());
        assertEquals(exit, result.exit());
        assertEquals("", result.out());
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("password"), content).toString();
    }
}
