package dev.smtpdiag.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag compare}, as the command-line library sees it. */
final class CompareSubcommand implements Subcommand {

    @Override
    public CommandSpec spec(boolean help) {
        CommandSpec spec = Specs.command(
                "compare",
                "Puts reply codes or enhanced status codes side by side: what each means, how they differ, and when"
                        + " to use which. Works offline.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("2..*")
                .paramLabel("CODE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Two or more codes, such as 450 or 5.7.1.")
                .build());
        spec.addOption(Specs.help());
        spec.usageMessage()
                .customSynopsis("smtpdiag compare [OPTIONS] CODE CODE...")
                .footer(
                        "Examples:",
                        "  smtpdiag compare 220 250",
                        "  smtpdiag compare 450 550",
                        "  smtpdiag compare 5.7.1 5.7.8",
                        "",
                        "Exit code: 0, or 1 when nothing is known about a code.");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        List<String> inputs = parsed.matchedPositionalValue(0, List.of());
        return new CompareCommand().run(inputs, console);
    }
}
