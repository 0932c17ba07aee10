package dev.smtpdiag.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command of smtpdiag, as the command-line library sees it. Built by hand: reading annotations costs start-up time. */
interface Subcommand {

    /** Options and parameters, with what the help says about them. */
    CommandSpec spec(HelpTexts help);

    /**
     * @return the exit code
     */
    int run(ParseResult parsed, Console console);
}
