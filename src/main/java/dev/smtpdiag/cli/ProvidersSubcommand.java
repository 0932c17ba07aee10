package dev.smtpdiag.cli;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.kb.MailServices;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.render.MailServicesJson;
import dev.smtpdiag.render.MailServicesText;
import dev.smtpdiag.report.ExitCode;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag providers}: how the providers that we know want to be logged in to. */
final class ProvidersSubcommand implements Subcommand {

    @Override
    public CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "providers", "providers.description", "[OPTIONS] [NAME]");
        return specs.parameter("NAME", "providers.name")
                .options(specs.value("FORMAT", "providers.format", "--format"))
                .common()
                .footer(
                        "providers.exit",
                        "smtpdiag providers",
                        "smtpdiag providers gmail",
                        "smtpdiag providers --format json")
                .spec();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        boolean json = isJson(Aliases.value(parsed, "--format").orElse("text"));
        MailServices known = MailServices.load();
        String name = parsed.matchedPositionalValue(0, "");
        List<MailService> shown = name.isEmpty() ? known.all() : List.of(find(known, name));
        KnowledgeBase knowledge = KnowledgeBase.in(console.language());
        if (json) {
            console.out().print(new MailServicesJson(knowledge).of(shown));
        } else {
            Messages messages = Messages.ofProviders(console.language());
            MailServicesText text = new MailServicesText(knowledge, messages, console.theme());
            int width = console.terminals().out() ? console.width() : 0;
            console.out().print(name.isEmpty() ? text.table(shown, width) : text.of(shown.get(0), console.width()));
        }
        console.out().flush();
        return ExitCode.OK.number();
    }

    /**
     * @throws InvalidInputException when there is none of this name
     */
    static MailService find(MailServices known, String name) {
        return known.named(name)
                .orElseThrow(() -> Similarity.unknown(
                        "provider.unknown",
                        name,
                        known.all().stream().map(MailService::id).toList()));
    }

    private static boolean isJson(String format) {
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new InvalidInputException("format.unknown", format, "text, json");
        };
    }
}
