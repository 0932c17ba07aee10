package dev.smtpdiag.cli;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.render.ReportText;
import dev.smtpdiag.render.TextWidth;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioLibrary;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag demo}: plays a scripted server on this machine and probes it for real. */
final class DemoCommand implements Subcommand {

    private static final String DEFAULT = "auth-rejected";

    @Override
    public CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "demo", "demo.description", "[OPTIONS] [SCENARIO]");
        return specs.parameter("SCENARIO", "demo.scenario")
                .options(specs.flag("demo.list", "--list"), specs.flag("option.verbose", "-v", "--verbose"))
                .common()
                .footer(
                        "demo.exit",
                        "smtpdiag demo",
                        "smtpdiag demo healthy",
                        "smtpdiag demo certificate-expired -v",
                        "smtpdiag demo --list")
                .spec();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        if (parsed.hasMatchedOption("--list")) {
            return list(console);
        }
        String name = parsed.matchedPositionalValue(0, DEFAULT);
        return play(ScenarioChoice.named(name), parsed.hasMatchedOption("--verbose"), console);
    }

    private static int list(Console console) {
        List<String> names = ScenarioLibrary.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0) + 2;
        for (String name : names) {
            console.out()
                    .println(TextWidth.pad(name, width) + ScenarioWords.title(ScenarioLibrary.load(name), console));
        }
        return ExitCode.OK.number();
    }

    private static int play(Scenario scenario, boolean verbose, Console console) {
        Messages messages = Messages.ofReports(console.language());
        KnowledgeBase knowledge = KnowledgeBase.in(console.language());
        Report report;
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            console.err()
                    .println(messages.get(
                            "demo.server", scenario.name(), server.port(), ScenarioWords.title(scenario, console)));
            console.err().flush();
            Plan plan = ScenarioPlan.of(scenario, server.port(), server.authority());
            report = new Prober(Environment.system(), console, messages)
                    .run(List.of(plan), each -> {})
                    .get(0);
        } catch (NoClassDefFoundError e) {
            throw new InvalidInputException("scenario.libraries");
        } catch (IOException e) {
            throw new InvalidInputException("scenario.no-server", String.valueOf(e.getMessage()));
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
