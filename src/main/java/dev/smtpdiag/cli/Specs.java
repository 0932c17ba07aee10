package dev.smtpdiag.cli;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Builds commands and options in the one style that all of ours have. */
final class Specs {

    private Specs() {}

    /** A command with our help option and help layout. */
    static CommandSpec command(String name, String... description) {
        CommandSpec spec = CommandSpec.create();
        spec.name("smtpdiag " + name);
        spec.usageMessage()
                .description(description)
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(80);
        return spec;
    }

    /** An option with a value. */
    static OptionSpec value(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option with a value that may be given again and again. */
    static OptionSpec values(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .type(java.util.List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** A familiar name of an option, accepted and not shown. */
    static OptionSpec hidden(OptionSpec option) {
        return OptionSpec.builder(option).hidden(true).build();
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .arity("0")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help and exit.")
                .build();
    }

    /** Options under a heading of their own, for the help; to read a command line, headings would only take time. */
    static void group(CommandSpec spec, boolean help, String heading, OptionSpec... options) {
        if (!help) {
            for (OptionSpec option : options) {
                spec.addOption(option);
            }
            return;
        }
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().validate(false).multiplicity("0..1").heading("%n" + heading + ":%n");
        for (OptionSpec option : options) {
            group.addArg(option);
        }
        spec.addArgGroup(group.build());
    }
}
