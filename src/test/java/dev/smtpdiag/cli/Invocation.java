package dev.smtpdiag.cli;

import dev.smtpdiag.session.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * A call of the command line in this process.
 *
 * @param arguments with the name of the command first
 * @param variables of the environment
 * @param input standard input
 * @param terminals what the streams are connected to
 */
record Invocation(List<String> arguments, Map<String, String> variables, String input, Console.Terminals terminals) {

    /**
     * What it came to.
     *
     * @param exit code
     * @param out standard output
     * @param err standard error
     */
    record Result(int exit, String out, String err) {}

    Invocation {
        arguments = List.copyOf(arguments);
        variables = Map.copyOf(variables);
    }

    static Invocation of(String... arguments) {
        return new Invocation(List.of(arguments), Map.of(), "", Console.Terminals.NONE);
    }

    Invocation with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new Invocation(arguments, more, input, terminals);
    }

    Invocation typing(String text) {
        return new Invocation(arguments, variables, text, terminals);
    }

    /** Runs as a process would, in the real world. */
    Result run() {
        return captured(console -> new Smtpdiag().run(arguments.toArray(new String[0]), console));
    }

    /** Runs {@code probe} in another world; fails as a process would. */
    Result probe(Supplier<Environment> world) {
        return captured(console -> {
            try {
                return new ProbeCommand(world).run(parsed(), console);
            } catch (RuntimeException e) {
                return new FailureHandler(console).handle(e);
            }
        });
    }

    /** The arguments of {@code probe}, understood as {@link Commands} does. */
    ParseResult parsed() {
        CommandLine line = new CommandLine(new ProbeCommand(() -> new TestWorld(0).environment()).spec(HelpTexts.NONE));
        line.setOverwrittenOptionsAllowed(true);
        return line.parseArgs(arguments.subList(1, arguments.size()).toArray(new String[0]));
    }

    /** Something that prints and ends with an exit code. */
    interface Body {
        int run(Console console);
    }

    Result captured(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                variables,
                terminals,
                LanguageChoice.of(variables));
        int exit = body.run(console);
        console.out().flush();
        console.err().flush();
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
