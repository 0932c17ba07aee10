package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A golden file: arguments and surroundings in lines of their own, then what a command printed and its exit code.
 *
 * <p>A new case is a new file with its {@code arg} lines; {@code -Dgolden.update=true} writes the rest, never where the
 * variable CI is set.
 */
record ExplainGolden(List<String> arguments, int width, boolean colour, String input) {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final String END_OF_HEADER = "--- ";

    /** What a command does with its arguments. */
    interface Command {
        int run(List<String> arguments, Console console);
    }

    static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    static void check(Path file, Command command) throws IOException {
        String expected = Files.readString(file);
        ExplainGolden golden = read(expected);
        String actual = golden.header() + golden.run(command);
        if (Boolean.getBoolean("golden.update")) {
            assertFalse(System.getenv().containsKey("CI"), "golden files are not updated in CI");
            Files.writeString(file, actual);
            return;
        }
        assertEquals(expected, actual, file.toString());
    }

    private static ExplainGolden read(String text) {
        List<String> arguments = new ArrayList<>();
        int width = 80;
        boolean colour = false;
        String input = "";
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(END_OF_HEADER)) {
                break;
            } else if (line.startsWith("arg: ")) {
                arguments.add(line.substring(5));
            } else if (line.startsWith("width: ")) {
                width = Integer.parseInt(line.substring(7));
            } else if (line.equals("colour: yes")) {
                colour = true;
            } else if (line.startsWith("input: ")) {
                input += line.substring(7) + "\n";
            }
        }
        return new ExplainGolden(arguments, width, colour, input);
    }

    private String header() {
        StringBuilder header = new StringBuilder();
        arguments.forEach(argument -> header.append("arg: ").append(argument).append('\n'));
        input.lines().forEach(line -> header.append("input: ").append(line).append('\n'));
        header.append("width: ").append(width).append('\n');
        return header.append(colour ? "colour: yes\n" : "").toString();
    }

    private String run(Command command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = command.run(arguments, console(out, err));
        String stdout = out.toString(StandardCharsets.UTF_8).replace("\u001b", "<ESC>");
        return "--- exit " + exit + "\n--- stderr\n" + err.toString(StandardCharsets.UTF_8) + "--- stdout\n" + stdout;
    }

    private Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));
        if (!colour) {
            environment.put("NO_COLOR", "1");
        }
        return new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                environment,
                new Console.Terminals(false, true, true, width),
                LanguageChoice.of(environment));
    }
}
