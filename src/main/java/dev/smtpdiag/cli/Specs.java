package dev.smtpdiag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Builds a command and its options in the one style that all of ours have, with texts by their keys. */
final class Specs {

    private final HelpTexts help;
    private final CommandSpec spec = CommandSpec.create();

    /**
     * @param name of the command; empty for that above all
     * @param description key of the text
     * @param synopsis what follows the name
     */
    Specs(HelpTexts help, String name, String description, String synopsis) {
        this.help = help;
        String full = name.isEmpty() ? "smtpdiag" : "smtpdiag " + name;
        spec.name(full);
        if (help.shown()) {
            spec.usageMessage()
                    .description(help.get(description))
                    .customSynopsis(full + " " + localized(synopsis))
                    .synopsisHeading(help.get("heading.usage") + " ")
                    .descriptionHeading("%n")
                    .parameterListHeading("%n")
                    .optionListHeading("%n" + help.get("heading.options") + "%n")
                    .commandListHeading("%n" + help.get("heading.commands") + "%n%n")
                    .footerHeading("%n")
                    .sortOptions(false)
                    .width(80);
        }
    }

    /** The words in capitals stand for what a person writes there. */
    private String localized(String synopsis) {
        return Pattern.compile("[A-Z]{2,}").matcher(synopsis).replaceAll(word -> help.label(word.group()));
    }

    CommandSpec spec() {
        return spec;
    }

    HelpTexts help() {
        return help;
    }

    /** Adds options without a heading of their own. */
    Specs options(OptionSpec... options) {
        for (OptionSpec option : options) {
            spec.addOption(option);
        }
        return this;
    }

    /** Adds the options that every command has. */
    Specs common() {
        if (help.shown()) {
            // Read before any command is called.
            spec.addOption(OptionSpec.builder(LanguageChoice.OPTION)
                    .arity("1")
                    .type(String.class)
                    .paramLabel(help.label("LANGUAGE"))
                    .description(help.get("option.lang", LanguageChoice.all()))
                    .build());
        }
        return options(OptionSpec.builder("-h", "--help")
                .arity("0")
                .type(boolean.class)
                .usageHelp(true)
                .description(help.get("option.help"))
                .build());
    }

    /** Adds a parameter that takes what is no option, one or more times. */
    Specs parameters(String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .paramLabel(help.label(label))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(help.get(description))
                .build());
        return this;
    }

    /** Adds a parameter that may be left out. */
    Specs parameter(String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel(help.label(label))
                .type(String.class)
                .description(help.get(description))
                .build());
        return this;
    }

    /** Adds options under a heading; to read a command line, headings would only take time. */
    Specs group(String heading, OptionSpec... options) {
        if (!help.shown()) {
            return options(options);
        }
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().validate(false).multiplicity("0..1").heading("%n" + help.get(heading) + "%n");
        for (OptionSpec option : options) {
            group.addArg(option);
        }
        spec.addArgGroup(group.build());
        return this;
    }

    /**
     * Ends the help.
     *
     * @param remark key of what is said below the examples; empty for nothing
     * @param examples command lines
     */
    Specs footer(String remark, String... examples) {
        if (help.shown()) {
            List<String> lines = new ArrayList<>();
            lines.add(help.get("heading.examples"));
            for (String example : examples) {
                lines.add("  " + example);
            }
            if (!remark.isEmpty()) {
                lines.add("");
                lines.add(help.get(remark));
            }
            spec.usageMessage().footer(lines.toArray(new String[0]));
        }
        return this;
    }

    /** An option with a value. */
    OptionSpec value(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .type(String.class)
                .paramLabel(help.label(label))
                .description(help.get(description))
                .build();
    }

    /** An option with a value that may be given again and again. */
    OptionSpec values(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(help.label(label))
                .description(help.get(description))
                .build();
    }

    OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .arity("0")
                .type(boolean.class)
                .description(help.get(description))
                .build();
    }

    /** Familiar names of a flag, accepted and not shown. */
    Specs hiddenFlag(String... names) {
        return hidden(OptionSpec.builder(names).arity("0").type(boolean.class));
    }

    /** Familiar names of an option with a value, accepted and not shown. */
    Specs hiddenValue(String... names) {
        return hidden(OptionSpec.builder(names).arity("1").type(String.class));
    }

    /** Familiar names of an option with values, accepted and not shown. */
    Specs hiddenValues(String... names) {
        return hidden(OptionSpec.builder(names).arity("1").type(List.class).auxiliaryTypes(String.class));
    }

    private Specs hidden(OptionSpec.Builder option) {
        spec.addOption(option.hidden(true).build());
        return this;
    }
}
