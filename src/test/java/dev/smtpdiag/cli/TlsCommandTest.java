package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.e2e.TlsSchema;
import dev.smtpdiag.render.TextWidth;
import dev.smtpdiag.scan.FakeServer;
import dev.smtpdiag.scan.FakeWorld;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * {@code smtpdiag tls} as people see it: {@code src/test/resources/golden/tls/}, written anew with {@code
 * -Dgolden.update=true}.
 */
class TlsCommandTest {

    private static final Path ROOT = Path.of("src/test/resources/golden/tls");

    private static FakeServer current() {
        return new FakeServer()
                .accepts(ProtocolVersion.TLS_1_3, List.of(0x1302, 0x1303, 0x1301), List.of(0x11ec, 29, 23, 24))
                .accepts(ProtocolVersion.TLS_1_2, List.of(0xc030, 0xcca8, 0xc02f), List.of(29, 23, 24));
    }

    private static FakeServer old() {
        return new FakeServer()
                .accepts(ProtocolVersion.TLS_1_0, List.of(0x0039, 0x0035, 0x0005, 0x0018), List.of())
                .accepts(ProtocolVersion.SSL_3_0, List.of(0x0005, 0x0003), List.of())
                .old(1024);
    }

    private static FakeServer impatient() {
        return current().turnsAway(4, 9);
    }

    private static FakeServer server(String name) {
        return switch (name) {
            case "current" -> current();
            case "old" -> old();
            case "impatient" -> impatient();
            default -> new FakeServer();
        };
    }

    private static Invocation.Result tls(FakeServer server, Console.Terminals terminals, String... more) {
        List<String> arguments = new ArrayList<>(List.of("tls", "mail.example.com", "--ehlo", "client.example.com"));
        arguments.addAll(List.of(more));
        Invocation invocation =
                new Invocation(arguments, java.util.Map.of("LANG", "en_US.UTF-8", "NO_COLOR", "1"), "", terminals);
        FakeWorld world = new FakeWorld(server);
        return invocation.captured(console -> {
            try {
                TlsCommand command = new TlsCommand(world::environment, world);
                CommandLine line = new CommandLine(command.spec(HelpTexts.NONE));
                return command.run(
                        line.parseArgs(arguments.subList(1, arguments.size()).toArray(new String[0])), console);
            } catch (RuntimeException e) {
                return new FailureHandler(console).handle(e);
            }
        });
    }

    private static Invocation.Result tls(FakeServer server, String... more) {
        return tls(server, Console.Terminals.NONE, more);
    }

    @ParameterizedTest
    @CsvSource({"current, 0", "old, 0", "impatient, 0", "nothing, 29"})
    void text(String name, int exit) throws IOException {
        Invocation.Result result = tls(server(name));
        assertEquals(exit, result.exit());
        golden(name + ".txt", result.out() + (result.err().isEmpty() ? "" : "--\n" + result.err()));
        result.out().lines().forEach(line -> assertTrue(TextWidth.of(line) <= 80, line));
    }

    @ParameterizedTest
    @CsvSource({"current, 0", "old, 0", "impatient, 0", "nothing, 29"})
    void json(String name, int exit) throws IOException {
        Invocation.Result result = tls(server(name), "--format", "json");
        assertEquals(exit, result.exit());
        golden(name + ".json", result.out());
        assertEquals(List.of(), TlsSchema.strictErrors(result.out()));
        assertTrue(result.out().startsWith("{\n  \"schemaVersion\": 1"), "first");
    }

    @ParameterizedTest
    @CsvSource({
        "current, 1.2, 0",
        "current, 1.3, 1",
        "old, 1.2, 1",
        "old, TLSv1.3, 1",
        "impatient, 1.2, 75",
        "impatient, 1.3, 1"
    })
    void theMinimumDecidesTheExitCode(String name, String minimum, int exit) {
        assertEquals(exit, tls(server(name), "--tls-min", minimum).exit());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void fitsTheTerminal(int columns) {
        Invocation.Result result = tls(old(), new Console.Terminals(false, true, false, columns));
        result.out().lines().forEach(line -> assertTrue(TextWidth.of(line) <= columns, line));
    }

    @Test
    void showsProgressOnATerminalOnly() {
        Invocation.Result shown = tls(current(), new Console.Terminals(false, false, true, 80));
        assertTrue(shown.err().contains("TLS 1.2, groups"), shown.err());
        assertTrue(shown.err().endsWith("\r\u001b[K"), "and takes it away");
        assertEquals("", tls(current()).err());
    }

    @ParameterizedTest
    @CsvSource({
        "--tls none, leaves nothing to scan",
        "--tls-min 1.1, give 1.2 or 1.3",
        "--max-connections 1, give 2 to 9999",
        "--max-connections many, give 2 to 9999",
        "--pause soon, not a duration for --pause",
        "--format xml, unknown format"
    })
    void refusesWhatItCannotUse(String options, String said) {
        Invocation.Result result = tls(current(), options.split(" "));
        assertEquals(2, result.exit());
        assertTrue(result.err().contains(said), result.err());
        assertEquals("", result.out());
    }

    @Test
    void wantsATarget() {
        Invocation.Result result = Invocation.of("tls").run();
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("no target"), result.err());
    }

    @Test
    void everyGoldenFileHasACase() throws IOException {
        try (var files = Files.list(ROOT)) {
            assertEquals(8, files.count());
        }
    }

    private static void golden(String name, String actual) throws IOException {
        Path file = ROOT.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            assertFalse(System.getenv().containsKey("CI"), "golden files are not updated in CI");
            Files.createDirectories(ROOT);
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual);
    }
}
