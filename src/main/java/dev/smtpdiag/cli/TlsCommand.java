package dev.smtpdiag.cli;

import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.render.ReportText;
import dev.smtpdiag.render.ScanJson;
import dev.smtpdiag.render.ScanReport;
import dev.smtpdiag.render.ScanText;
import dev.smtpdiag.report.Exit;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.scan.ScanFindings;
import dev.smtpdiag.scan.ScanRule;
import dev.smtpdiag.scan.Scanner;
import dev.smtpdiag.scan.TlsScan;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag tls}: finds out which versions, cipher suites, groups and certificates a server accepts in TLS. */
final class TlsCommand implements Subcommand {

    private final Supplier<Environment> environment;
    private final Consumer<Duration> pauser;

    TlsCommand(Supplier<Environment> environment, Consumer<Duration> pauser) {
        this.environment = environment;
        this.pauser = pauser;
    }

    @Override
    public CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "tls", "tls.description", "[OPTIONS] TARGET");
        specs.parameter("TARGET", "tls.target")
                .options(specs.value("FORMAT", "probe.format", "--format"))
                .common();
        ScanOptions.addTo(specs);
        return specs.footer(
                        "tls.exit",
                        "smtpdiag tls mail.example.com",
                        "smtpdiag tls mx.example.com:25 --pause 2s",
                        "smtpdiag tls smtps://mail.example.com --tls-min 1.2",
                        "smtpdiag tls mail.example.com:587 --format json")
                .spec();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        String input = parsed.matchedPositionalValue(0, "");
        if (input.isEmpty()) {
            throw new InvalidInputException("tls-scan.no-target");
        }
        boolean json = isJson(parsed);
        Plan plan = plan(ProbeOptions.planner(parsed, console), Target.parse(input));
        Optional<ProtocolVersion> minimum = ScanOptions.minimum(parsed);
        Environment world = environment.get();
        world.warmUp(plan.trust());
        Scanner.Outcome outcome;
        try (ScanProgress progress = ScanProgress.start(console)) {
            outcome = new Scanner(plan, world, ScanOptions.limits(parsed), pauser, progress).run();
        }
        Report session = Report.of(outcome.startedAt(), plan, outcome.first());
        ScanReport report = outcome.scan()
                .map(scan -> report(scan, session, minimum))
                .orElseGet(() -> new ScanReport(
                        plan, Optional.empty(), session.diagnosis().findings(), session.exit()));
        console.out().print(json ? json(report, console) : text(report, session, console));
        console.out().flush();
        return report.exit().code().number();
    }

    /** Up to TLS and no further; TLS is what it is about. */
    private static Plan plan(Planner wishes, Target target) {
        TlsMode mode = wishes.tlsMode().orElseGet(target::defaultMode);
        if (mode == TlsMode.NONE) {
            throw new InvalidInputException("tls-scan.mode-none");
        }
        return new Planner(
                        Optional.of(mode == TlsMode.IMPLICIT ? mode : TlsMode.STARTTLS_REQUIRED),
                        Optional.of(StopAfter.TLS),
                        wishes.ehloName(),
                        wishes.timeouts(),
                        Optional.empty(),
                        false,
                        wishes.envelope(),
                        wishes.trust(),
                        wishes.addressing(),
                        wishes.auth(),
                        wishes.tls())
                .plan(target);
    }

    private static ScanReport report(TlsScan scan, Report session, Optional<ProtocolVersion> minimum) {
        List<Finding> findings = new ArrayList<>(ScanFindings.of(scan, minimum));
        session.diagnosis().findings().stream()
                .filter(finding -> finding.id().startsWith("certificate."))
                .forEach(findings::add);
        boolean failed = findings.stream().anyMatch(TlsCommand::decidesExit);
        boolean open =
                minimum.filter(least -> ScanFindings.leavesOpen(scan, least)).isPresent();
        ExitCode code = failed ? ExitCode.FINDINGS : open ? ExitCode.TEMPORARY : ExitCode.OK;
        return new ScanReport(scan.plan(), Optional.of(scan), findings, new Exit(code, Optional.of(Stage.TLS)));
    }

    private static boolean decidesExit(Finding finding) {
        for (ScanRule rule : ScanRule.values()) {
            if (rule.id().equals(finding.id())) {
                return rule.exit() == ExitCode.FINDINGS.number();
            }
        }
        return false;
    }

    private static String json(ScanReport report, Console console) {
        return new ScanJson(Version.current(), KnowledgeBase.in(console.language())).render(report);
    }

    /** A session that did not get as far as TLS is shown as a probe shows it. */
    private static String text(ScanReport report, Report session, Console console) {
        KnowledgeBase knowledge = KnowledgeBase.in(console.language());
        Messages reports = Messages.ofReports(console.language());
        return report.scan().isPresent()
                ? new ScanText(console.theme(), console.width(), Messages.ofTls(console.language()), reports, knowledge)
                        .render(report)
                : new ReportText(console.theme(), console.width(), reports, knowledge)
                        .render(session, false, "exit.line");
    }

    private static boolean isJson(ParseResult parsed) {
        String format = Aliases.value(parsed, "--format").orElse("text");
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new InvalidInputException("format.unknown", format, "text, json");
        };
    }
}
