package dev.smtpdiag.cli;

import dev.smtpdiag.kb.CodeFilter;
import dev.smtpdiag.plan.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code smtpdiag codes}, as the command-line library sees it. */
final class CodesSubcommand implements Subcommand {

    private static final String SITE = "--site";
    private static final String STEPS = "greeting, ehlo, starttls, auth, mail, rcpt, data, message, bdat, burl, rset,"
            + " vrfy, expn, help, noop, quit, etrn, atrn";

    @Override
    public CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "codes", "codes.description", "[OPTIONS]");
        return specs.options(
                        specs.value("CLASS", "codes.class", "--class"),
                        specs.value("STAGE", "codes.stage", "--stage"),
                        specs.flag("codes.standard", "--standard"),
                        specs.value("WORDS", "codes.search", "--search"),
                        specs.value("FORMAT", "reference.format", DocumentFormat.OPTION),
                        specs.value("DIR", "codes.site", SITE))
                .common()
                .footer(
                        "codes.exit",
                        "smtpdiag codes",
                        "smtpdiag codes --class 4 --stage rcpt",
                        "smtpdiag codes --standard --class 5.x.x",
                        "smtpdiag codes --search '" + help.get("codes.example") + "'",
                        "smtpdiag codes --site reference")
                .spec();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        Optional<String> site = Aliases.value(parsed, SITE);
        if (site.isPresent()) {
            return new SiteCommand().run(folder(site.get()), console);
        }
        CodeFilter filter = new CodeFilter(
                Aliases.value(parsed, "--class")
                        .map(CodesSubcommand::classDigit)
                        .orElse(0),
                Aliases.value(parsed, "--stage").map(CodesSubcommand::step).orElse(""),
                parsed.hasMatchedOption("--standard"),
                Aliases.value(parsed, "--search").orElse(""));
        return new CodesCommand(DocumentFormat.of(parsed)).run(filter, console);
    }

    private static Path folder(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("site.not-written", name);
        }
    }

    /** As people write a class: {@code 5}, {@code 5yz}, {@code 5xx}, {@code 5.x.x}. */
    private static int classDigit(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean known = lower.matches("[0-9](yz|xx|\\.x\\.x)?");
        if (!known || "2345".indexOf(lower.charAt(0)) < 0) {
            throw new InvalidInputException("codes.class", text);
        }
        return lower.charAt(0) - '0';
    }

    private static String step(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String step =
                lower.equals("connect") || lower.equals("banner") ? "greeting" : lower.equals("helo") ? "ehlo" : lower;
        if (!List.of(STEPS.split(", ")).contains(step)) {
            throw new InvalidInputException("codes.stage", text, STEPS);
        }
        return step;
    }
}
