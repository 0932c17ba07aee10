package dev.smtpdiag.cli;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.render.JsonDocument;
import dev.smtpdiag.render.ReportText;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.session.Session;
import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioParser;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/**
 * A file NAME.args: one {@code key: value} a line, {@code #} for remarks.
 *
 * <ul>
 *   <li>{@code arg}: one argument, the command first
 *   <li>{@code scenario}: what the server plays; without it the command runs as it is
 *   <li>{@code address}: what the name resolves to, and {@code refused} or {@code timed-out} behind it
 *   <li>{@code columns}, {@code colour: yes}: standard output is a terminal
 *   <li>{@code variable: NAME=VALUE}, {@code input}: the surroundings
 *   <li>{@code silence: 300ms}: how long to wait really where nothing comes
 *   <li>{@code certificates: dated}: see {@link FixedDates}
 * </ul>
 */
final class GoldenCase {

    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> variables =
            new HashMap<>(Map.of("LANG", "en_US.UTF-8", "MAILPW", Canary.PASSWORD));
    private final List<String> addresses = new ArrayList<>();
    private final Map<String, String> single = new HashMap<>();
    private final StringBuilder input = new StringBuilder();

    static GoldenCase read(Path file) throws IOException {
        GoldenCase golden = new GoldenCase();
        for (String line : Files.readAllLines(file)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                golden.take(file, line);
            }
        }
        if (!golden.single.containsKey("colour")) {
            golden.variables.put("NO_COLOR", "1");
        }
        return golden;
    }

    Invocation.Result run() throws IOException {
        boolean terminal = single.containsKey("columns");
        int columns = Integer.parseInt(single.getOrDefault("columns", "0"));
        Invocation invocation = new Invocation(
                arguments, variables, input.toString(), new Console.Terminals(false, terminal, false, columns));
        if (!single.containsKey("scenario")) {
            return invocation.run();
        }
        String name = single.get("scenario");
        Scenario scenario = ScenarioParser.parse(name, Canary.instead(Played.text(name)));
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            TestWorld world = world(server);
            if (single.containsKey("certificates")) {
                return invocation.captured(console -> dated(world, console));
            }
            boolean tls = Played.text(name).contains("\n  tls ");
            return invocation.probe(tls ? world::environmentOfToday : world::environment);
        }
    }

    private void take(Path file, String line) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 2);
        switch (key) {
            case "arg" -> arguments.add(value);
            case "address" -> addresses.add(value);
            case "input" -> input.append(value).append('\n');
            case "variable" -> {
                int equals = value.indexOf('=');
                variables.put(value.substring(0, equals), value.substring(equals + 1));
            }
            case "scenario", "columns", "colour", "silence", "certificates" -> single.put(key, value);
            default -> throw new IllegalArgumentException(file + " has an unknown key: " + line);
        }
    }

    private TestWorld world(SimulatedServer server) throws IOException {
        TestWorld world = new TestWorld(server.port()).trusting(server.authority());
        for (String address : addresses.isEmpty() ? List.of("192.0.2.10") : addresses) {
            String[] parts = address.split(" ");
            String how = parts.length == 1 ? "not" : parts[1];
            world.address(
                    parts[0],
                    switch (how) {
                        case "not" -> TestWorld.Failing.NOT;
                        case "refused" -> TestWorld.Failing.REFUSED;
                        case "timed-out" -> TestWorld.Failing.TIMED_OUT;
                        default -> throw new IllegalArgumentException("not a way to fail: " + how);
                    });
        }
        String silence = single.get("silence");
        return silence == null ? world : world.patience(Duration.ofMillis(Long.parseLong(silence.replace("ms", ""))));
    }

    /** What {@link ProbeCommand} does, with the dates of the certificates replaced before anybody reads them. */
    private int dated(TestWorld world, Console console) {
        ParseResult parsed = Invocation.of(arguments.toArray(new String[0])).parsed();
        Plan plan = ProbeOptions.planner(parsed, console)
                .withCredentials(CredentialOptions.credentials(parsed, console))
                .plan(Target.parse(arguments.get(1)));
        Report report = Report.of(
                TestWorld.NOON,
                plan,
                FixedDates.in(Session.run(plan, world.environmentOfToday(), event -> {}), TestWorld.NOON));
        console.out().print(rendered(report, console));
        return report.exit().code().number();
    }

    private String rendered(Report report, Console console) {
        KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);
        if (arguments.contains("json")) {
            return new JsonDocument(Version.current(), knowledge).render(List.of(report));
        }
        return new ReportText(console.theme(), console.width(), Messages.ofReports(Language.ENGLISH), knowledge)
                .render(report, arguments.contains("-v"), "exit.line");
    }
}
