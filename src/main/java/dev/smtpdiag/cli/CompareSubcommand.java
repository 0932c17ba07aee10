package dev.smtpdiag.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag compare}, as the command-line library sees it. */
final class CompareSubcommand implements Subcommand {

    @Override
    public CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "compare", "compare.description", "[OPTIONS] CODE CODE...");
        return specs.parameters("CODE", "compare.code")
                .options(specs.value("FORMAT", "reference.format", DocumentFormat.OPTION))
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
        DocumentFormat format = DocumentFormat.of(parsed);
        return format == DocumentFormat.TEXT
                ? new CompareCommand().run(inputs, console)
                : new CompareDocument(format).run(inputs, console);
    }
}
