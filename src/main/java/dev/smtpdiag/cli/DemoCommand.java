package dev.smtpdiag.cli;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.render.Messages;
import dev.smtpdiag.render.ReportText;
import dev.smtpdiag.render.TextWidth;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioLibrary;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag demo}: plays a scripted server on this machine and probes it for real. */
final class DemoCommand implements Subcommand {

    private static final String DEFAULT = "auth-rejected";

    @Override
    public CommandSpec spec(boolean help) {
        CommandSpec spec = Specs.command(
                "demo",
                "Shows what smtpdiag does: starts a scripted SMTP server on this machine, probes it over a real"
                        + " connection, and prints the report.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("SCENARIO")
                .type(String.class)
                .description("What the server does wrong. Default: " + DEFAULT + ".")
                .build());
        spec.addOption(Specs.flag("List the scenarios.", "--list"));
        spec.addOption(Specs.flag("Show the whole dialogue, too.", "-v", "--verbose"));
        spec.addOption(Specs.help());
        spec.usageMessage()
                .customSynopsis("smtpdiag demo [OPTIONS] [SCENARIO]")
                .footer(
                        "Examples:",
                        "  smtpdiag demo",
                        "  smtpdiag demo healthy",
                        "  smtpdiag demo certificate-expired -v",
                        "  smtpdiag demo --list",
                        "",
                        "Exit code: 0 when the report is what the scenario says, 3 when it is not.");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        if (parsed.hasMatchedOption("--list")) {
            return list(console.out());
        }
        String name = parsed.matchedPositionalValue(0, DEFAULT);
        return play(scenario(name), parsed.hasMatchedOption("--verbose"), console);
    }

    private static Scenario scenario(String name) {
        List<String> names = ScenarioLibrary.names();
        if (!names.contains(name)) {
            String nearest = Similarity.hint(name, names);
            throw new InvalidInputException(
                    "unknown scenario: " + name + nearest + "; 'smtpdiag demo --list' shows all of them");
        }
        return ScenarioLibrary.load(name);
    }

    private static int list(PrintStream out) {
        List<String> names = ScenarioLibrary.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0) + 2;
        for (String name : names) {
            out.println(TextWidth.pad(name, width) + ScenarioLibrary.load(name).title());
        }
        return ExitCode.OK.number();
    }

    private static int play(Scenario scenario, boolean verbose, Console console) {
        Messages messages = Messages.ofReports();
        KnowledgeBase knowledge = KnowledgeBase.english();
        Report report;
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            console.err().println(messages.get("demo.server", scenario.name(), server.port(), scenario.title()));
            console.err().flush();
            Plan plan = ScenarioPlan.of(scenario, server.port(), server.authority());
            report = new Prober(Environment.system(), console, messages)
                    .run(List.of(plan), each -> {})
                    .get(0);
        } catch (NoClassDefFoundError e) {
            throw new InvalidInputException(
                    "the scripted server needs the libraries in lib/simulate: start smtpdiag with"
                            + " its launcher, bin/smtpdiag");
        } catch (IOException e) {
            throw new InvalidInputException("no server can be started on the loopback address: " + e.getMessage());
        }
        ReportText text = new ReportText(console.theme(), console.width(), messages, knowledge);
        console.out().print(text.render(report, verbose, "exit.would"));
        return scenario.expectation()
                        .filter(expected ->
                                expected.exitCode() != report.exit().code().number())
                        .isPresent()
                ? unexpected(scenario, console, messages)
                : ExitCode.OK.number();
    }

    private static int unexpected(Scenario scenario, Console console, Messages messages) {
        int expected = scenario.expectation().orElseThrow().exitCode();
        console.err().println(messages.get("demo.unexpected", expected));
        return ExitCode.INTERNAL.number();
    }
}
