package dev.smtpdiag.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag compare}, as the command-line library sees it. */
final class CompareSubcommand implements Subcommand {

    @Override
    public CommandSpec spec(HelpTexts help) {
        return new Specs(help, "compare", "compare.description", "[OPTIONS] CODE CODE...")
                .parameters("CODE", "compare.code")
                .common()
                .footer(
                        "compare.exit",
                        "smtpdiag compare 220 250",
                        "smtpdiag compare 450 550",
                        "smtpdiag compare 5.7.1 5.7.8")
                .spec();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        List<String> inputs = parsed.matchedPositionalValue(0, List.of());
        return new CompareCommand().run(inputs, console);
    }
}
