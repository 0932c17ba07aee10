package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code explain} from arguments to bytes. */
class ExplainCommandTest {

    static List<Path> goldenFiles() throws IOException {
        return ExplainGolden.files("explain");
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void explainsAsBefore(Path file) throws IOException {
        ExplainGolden.check(file, (arguments, console) -> {
            boolean brief = arguments.get(0).equals("--brief");
            return new ExplainText(brief, console).run(brief ? arguments.subList(1, arguments.size()) : arguments);
        });
    }

    @Test
    void noInputIsWrongUsage() {
        Run run = Run.of(new byte[0]);
        assertEquals(2, run.exit());
        assertTrue(run.err().startsWith("smtpdiag: explain needs a code"), run.err());
    }

    @Test
    void binaryInputIsRefusedInOneSentence() {
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 7 % 256 | 0x80);
        }
        Run run = Run.of(noise, "-");
        assertEquals(1, run.exit());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("\u001b"), run.err());
    }

    @Test
    void aLineThatIsTooLongIsSkippedAndCounted() {
        byte[] line = "x".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII);
        Run run = Run.of(line, "-");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("lines that were skipped"), run.err());
        assertTrue(run.err().endsWith(": 1\n"), run.err());
    }

    @Test
    void octetsThatAreNotUtf8AreTolerated() {
        byte[] latin = "535 5.7.8 Mot de passe erron\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Run run = Run.of(latin, "-");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("5.7.8 Login refused"), run.out());
    }

    @Test
    void controlCharactersOfTheInputReachNoTerminal() {
        Run run = Run.of(new byte[0], "535 5.7.8 \u001b[2Jboom", "a\u001b]0;title\u0007");
        assertFalse(run.out().contains("\u001b"), run.out());
        assertFalse(run.err().contains("\u001b"), run.err());
    }

    @Test
    void theOthersAreStillExplained() {
        Run run = Run.of(new byte[0], "abc", "220");
        assertEquals(1, run.exit());
        assertTrue(run.out().startsWith("220 Service ready"), run.out());
    }

    private record Run(int exit, String out, String err) {

        static Run of(byte[] input, String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Console console = new Console(
                    new PrintStream(out, false, StandardCharsets.UTF_8),
                    new PrintStream(err, false, StandardCharsets.UTF_8),
                    new ByteArrayInputStream(input),
                    Map.of(),
                    Console.Terminals.NONE,
                    dev.smtpdiag.language.Language.ENGLISH);
            int exit = new ExplainText(false, console).run(List.of(arguments));
            return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
