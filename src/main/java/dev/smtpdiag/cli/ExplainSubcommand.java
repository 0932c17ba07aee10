package dev.smtpdiag.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag explain}, as the command-line library sees it. */
final class ExplainSubcommand implements Subcommand {

    @Override
    public CommandSpec spec(boolean help) {
        CommandSpec spec = Specs.command(
                "explain",
                "Explains reply codes, enhanced status codes, extensions and login mechanisms: what they mean, when"
                        + " you see them, likely causes, and how to fix them. Works offline.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .paramLabel("INPUT")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "A code (535), an enhanced status code (5.7.8), an extension (STARTTLS, 'SIZE 35882577'), a"
                                + " login mechanism (CRAM-MD5), or a reply as the server sent it, in quotes. - reads standard"
                                + " input.")
                .build());
        spec.addOption(Specs.flag("One line for each input.", "--brief"));
        spec.addOption(Specs.help());
        spec.usageMessage()
                .customSynopsis("smtpdiag explain [OPTIONS] INPUT...")
                .footer(
                        "Examples:",
                        "  smtpdiag explain 535",
                        "  smtpdiag explain 5.7.8 4.7.1",
                        "  smtpdiag explain 'AUTH PLAIN LOGIN' CRAM-MD5",
                        "  smtpdiag explain '550 5.7.1 Relaying denied'",
                        "  tail /var/log/mail.log | smtpdiag explain --brief -",
                        "",
                        "Exit code: 0, or 1 when nothing is known about an input.");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        List<String> inputs = parsed.matchedPositionalValue(0, List.of());
        return new ExplainCommand().run(inputs, parsed.hasMatchedOption("--brief"), console);
    }
}
