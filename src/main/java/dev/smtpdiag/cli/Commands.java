package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.session.Environment;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** All commands behind the command-line library. Only the one that was called is built. */
final class Commands {

    static {
        // We convert values ourselves; the library would load a dozen classes, and a module, to be able to.
        System.setProperty("picocli.converters.excludes", ".*");
    }

    private final Map<String, Supplier<Subcommand>> all = new LinkedHashMap<>();

    Commands() {
        all.put("probe", () -> new ProbeCommand(Environment::system));
        all.put("explain", ExplainSubcommand::new);
        all.put("compare", CompareSubcommand::new);
        all.put("codes", CodesSubcommand::new);
        all.put("providers", ProvidersSubcommand::new);
        all.put("tls", () -> new TlsCommand(Environment::system, Commands::pause));
        all.put("demo", DemoCommand::new);
        all.put("simulate", SimulateCommand::new);
    }

    int run(String[] args, Console console) {
        String first = args.length == 0 ? "" : args[0];
        switch (first) {
            case "" -> {
                help(console.err(), console);
                return ExitCode.USAGE.number();
            }
            case "-h", "--help" -> {
                help(console.out(), console);
                return ExitCode.OK.number();
            }
            case "help" -> {
                return args.length == 1 ? run(new String[] {"--help"}, console) : helpOn(args[1], console);
            }
            case "-V", "--version" -> {
                console.out().println("smtpdiag " + Version.current());
                return ExitCode.OK.number();
            }
            default -> {
                return run(find(first), args, console);
            }
        }
    }

    private int helpOn(String name, Console console) {
        return run(find(name), new String[] {name, "--help"}, console);
    }

    private static int run(Subcommand command, String[] args, Console console) {
        boolean help = List.of(args).contains("--help") || List.of(args).contains("-h");
        CommandLine line = new CommandLine(command.spec(help ? HelpTexts.in(console.language()) : HelpTexts.NONE));
        line.setUsageHelpAutoWidth(false);
        // The same wish under two of its names is no contradiction.
        line.setOverwrittenOptionsAllowed(true);
        String[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        ParseResult parsed = line.parseArgs(rest);
        if (parsed.isUsageHelpRequested()) {
            usage(line, console.out(), console);
            return ExitCode.OK.number();
        }
        return command.run(parsed, console);
    }

    private Subcommand find(String name) {
        Supplier<Subcommand> found = all.get(name);
        if (found != null) {
            return found.get();
        }
        if (name.startsWith("-")) {
            throw new InvalidInputException("command.unknown-option", name);
        }
        throw Similarity.unknown("command.unknown", name, all.keySet());
    }

    private void help(java.io.PrintStream stream, Console console) {
        HelpTexts help = HelpTexts.in(console.language());
        Specs specs = new Specs(help, "", "smtpdiag.description", "COMMAND [OPTIONS] ...");
        specs.common()
                .options(specs.flag("smtpdiag.version", "-V", "--version"))
                .footer(
                        "smtpdiag.more",
                        "smtpdiag demo",
                        "smtpdiag probe mail.example.com:587 --user alice --password-env MAILPW",
                        "smtpdiag explain 535 5.7.8",
                        "smtpdiag compare 450 550");
        CommandSpec root = specs.spec();
        all.forEach((name, command) -> root.addSubcommand(name, command.get().spec(help)));
        usage(new CommandLine(root), stream, console);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void usage(CommandLine line, java.io.PrintStream stream, Console console) {
        Ansi ansi = console.theme().colour() ? Ansi.ON : Ansi.OFF;
        PrintWriter writer = new PrintWriter(stream, false, StandardCharsets.UTF_8);
        line.usage(writer, ansi);
        writer.flush();
    }
}
