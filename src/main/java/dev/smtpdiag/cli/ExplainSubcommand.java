package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag explain}, as the command-line library sees it. */
final class ExplainSubcommand implements Subcommand {

    @Override
    public CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "explain", "explain.description", "[OPTIONS] INPUT...");
        return specs.parameters("INPUT", "explain.input")
                .options(
                        specs.flag("explain.brief", "--brief"),
                        specs.value("FORMAT", "reference.format", DocumentFormat.OPTION))
                .common()
                .footer(
                        "explain.exit",
                        "smtpdiag explain 535",
                        "smtpdiag explain 5.7.8 4.7.1",
                        "smtpdiag explain 'AUTH PLAIN LOGIN' CRAM-MD5",
                        "smtpdiag explain '550 5.7.1 Relaying denied'",
                        "smtpdiag explain --format html 535 > 535.html",
                        "tail /var/log/mail.log | smtpdiag explain --brief -")
                .spec();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        List<String> inputs = parsed.matchedPositionalValue(0, List.of());
        DocumentFormat format = DocumentFormat.of(parsed);
        boolean brief = parsed.hasMatchedOption("--brief");
        if (format == DocumentFormat.TEXT) {
            return new ExplainText(brief, console).run(inputs);
        }
        if (brief) {
            throw new InvalidInputException("format.brief");
        }
        return new ExplainDocument(format, console).run(inputs);
    }
}
