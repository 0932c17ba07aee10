package dev.smtpdiag.cli;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.render.JsonDocument;
import dev.smtpdiag.render.ReportText;
import dev.smtpdiag.report.Exit;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.session.Environment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag probe}: connects to servers, walks through a session, and says what is wrong. */
final class ProbeCommand implements Subcommand {

    private final Supplier<Environment> environment;

    ProbeCommand(Supplier<Environment> environment) {
        this.environment = environment;
    }

    @Override
    public CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "probe", "probe.description", "[OPTIONS] [TARGET]...");
        specs.parameters("TARGET", "probe.target")
                .options(
                        specs.value("NAME", "probe.provider", ProviderTargets.OPTION),
                        specs.value("FORMAT", "probe.format", "--format"),
                        specs.flag("option.verbose", "-v", "--verbose"))
                .common();
        ProbeOptions.addTo(specs);
        return specs.footer(
                        "probe.exit",
                        "smtpdiag probe mail.example.com",
                        "smtpdiag probe mail.example.com:587 --user alice@example.com --password-env MAILPW",
                        "smtpdiag probe --provider gmail --user alice@gmail.com",
                        "smtpdiag probe smtps://mail.example.com --format json",
                        "smtpdiag probe mx.example.com:25 --from me@example.org --to you@example.com")
                .spec();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        List<String> targets = parsed.matchedPositionalValue(0, List.of());
        boolean json = isJson(parsed);
        Optional<ChainFile> chainFile = ChainFile.wanted(parsed, targets.size());
        Planner planner = ProbeOptions.planner(parsed, console);
        Environment world = environment.get();
        if (!planner.tlsMode().equals(Optional.of(TlsMode.NONE))) {
            world.warmUp(planner.trust());
        }
        List<Target> wanted = ProviderTargets.of(parsed, targets, planner.tlsMode());
        // Refuses what contradicts itself before anybody is asked for a password.
        wanted.forEach(planner.withCredentials(CredentialOptions.placeholder(parsed, planner.auth()))::plan);
        Function<Target, Optional<Credentials>> logins = CredentialOptions.logins(parsed, planner.auth(), console);
        List<Plan> plans = wanted.stream()
                .map(target -> planner.withCredentials(logins.apply(target)).plan(target))
                .toList();
        Messages messages = Messages.ofReports(console.language());
        KnowledgeBase knowledge = KnowledgeBase.in(console.language());
        Prober prober = new Prober(world, console, messages);
        List<Report> reports;
        if (json) {
            reports = prober.run(plans, report -> {});
            console.out().print(new JsonDocument(Version.current(), knowledge).render(reports));
        } else {
            ReportText text = new ReportText(console.theme(), console.width(), messages, knowledge);
            boolean verbose = parsed.hasMatchedOption("--verbose");
            boolean[] first = {true};
            reports = prober.run(plans, report -> {
                console.out().print((first[0] ? "" : "\n") + text.render(report, verbose, "exit.line"));
                console.out().flush();
                first[0] = false;
            });
        }
        chainFile.ifPresent(file -> file.write(reports.get(0).transcript(), console));
        ExitCode code =
                Exit.mostSevere(reports.stream().map(Report::exit).toList()).code();
        if (!json && reports.size() > 1) {
            console.out().println("\n" + messages.get("exit.overall", reports.size(), code.number(), code.id()));
        }
        return code.number();
    }

    private static boolean isJson(ParseResult parsed) {
        Optional<String> format = Aliases.value(parsed, "--format");
        return switch (format.orElse("text")) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new InvalidInputException("format.unknown", format.orElse(""), "text, json");
        };
    }
}
