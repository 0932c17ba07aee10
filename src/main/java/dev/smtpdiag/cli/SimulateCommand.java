package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.render.TextWidth;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.simulate.Listening;
import dev.smtpdiag.simulate.ReceivedMessage;
import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioLibrary;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag simulate}: plays a scripted server for clients that people want to test. */
final class SimulateCommand implements Subcommand {

    @Override
    public CommandSpec spec(HelpTexts help) {
        return SimulateOptions.spec(help);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        if (parsed.hasMatchedOption("--list")) {
            return list(console);
        }
        Messages messages = Messages.ofReports(console.language());
        SimulateOptions options = SimulateOptions.of(parsed, messages.get("simulate.friendly"));
        Optional<MessageFolder> folder = options.folder().map(path -> MessageFolder.open(path, console));
        SessionPrinter printer = new SessionPrinter(console, messages);
        Listening listening = new Listening(
                options.address(),
                options.port(),
                options.sessions(),
                printer::print,
                folder.<Consumer<ReceivedMessage>>map(each -> each::save).orElse(message -> {}));
        try (SimulatedServer server = SimulatedServer.start(options.performance(), listening)) {
            options.authority().ifPresent(file -> CertificateFile.write(file, server.authority()));
            announce(server, options, messages, console);
            return serve(server, printer);
        } catch (NoClassDefFoundError e) {
            throw new InvalidInputException("scenario.libraries");
        } catch (IOException e) {
            throw new InvalidInputException(
                    "simulate.no-port", options.address(), options.port(), String.valueOf(e.getMessage()));
        }
    }

    private static int list(Console console) {
        List<String> names = ScenarioLibrary.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0) + 2;
        int clientWidth = "STARTTLS AUTH MAIL RCPT".length() + 2;
        for (String name : names) {
            Scenario scenario = ScenarioLibrary.load(name);
            console.out()
                    .println(TextWidth.pad(name, width)
                            + TextWidth.pad(ScenarioWords.client(scenario.client()), clientWidth)
                            + ScenarioWords.title(scenario, console));
        }
        return ExitCode.OK.number();
    }

    private static void announce(SimulatedServer server, SimulateOptions options, Messages messages, Console console) {
        Scenario scenario = options.scenario();
        String address = server.address().indexOf(':') < 0 ? server.address() : "[" + server.address() + "]";
        console.err()
                .println(messages.get(
                        "simulate.listens", address + ":" + server.port(), ScenarioWords.title(scenario, console)));
        if (!server.isLoopback()) {
            console.err().println(messages.get("simulate.public", server.address()));
        }
        if (options.probability() < 1) {
            console.err()
                    .println(messages.get("simulate.random", options.probability(), Long.toString(options.seed())));
        }
        console.err().flush();
    }

    /** Serves until the limit of sessions, a signal, or the end of whoever reads. All of them end well. */
    private static int serve(SimulatedServer server, SessionPrinter printer) {
        Thread onSignal = new Thread(() -> {
            server.close();
            printer.end();
            // The code that a signal gives would say that something went wrong.
            Runtime.getRuntime().halt(ExitCode.OK.number());
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        printer.onClosed(() -> new Thread(server::close).start());
        try {
            server.awaitEnd();
            if (isStopping(onSignal)) {
                onSignal.join(); // it says the rest, and ends this process
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        printer.end();
        return ExitCode.OK.number();
    }

    /** Whether a signal has come; if not, it will find nobody any more. */
    private static boolean isStopping(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
