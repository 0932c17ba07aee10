package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.render.Neutral;
import dev.smtpdiag.report.ExitCode;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The one place that turns a failure of ours, or of the person who typed, into a sentence and an exit code. */
final class FailureHandler {

    private static final int FRAMES = 6;

    private FailureHandler() {}

    static int handle(RuntimeException failure, PrintStream err) {
        if (failure instanceof InvalidInputException) {
            return say(String.valueOf(failure.getMessage()), ExitCode.USAGE, err);
        }
        if (failure instanceof CredentialsException) {
            return say(String.valueOf(failure.getMessage()), ExitCode.CREDENTIALS, err);
        }
        if (failure instanceof CommandLine.ParameterException parameter) {
            return usage(parameter, err);
        }
        return bug(failure, err);
    }

    /** Says which option is wrong in our own words: the library quotes what was typed, and that could be a password. */
    private static int usage(CommandLine.ParameterException failure, PrintStream err) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
        return say(sentence(failure) + "; see '" + command + " --help'", ExitCode.USAGE, err);
    }

    private static String sentence(CommandLine.ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            int value = first.startsWith("-") ? first.indexOf('=') : -1;
            String shown = value < 0 ? first : first.substring(0, value);
            String kind = unmatched.isUnknownOption() ? "unknown option: " : "unexpected argument: ";
            List<String> near = unmatched.getSuggestions();
            return kind + shown + (near.isEmpty() ? "" : " (did you mean " + near.get(0) + "?)");
        }
        if (failure instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return "the option " + option.longestName() + " needs a value";
        }
        if (failure.getArgSpec() instanceof OptionSpec option) {
            return "the option " + option.longestName() + " takes no value";
        }
        return "the command line is wrong";
    }

    private static int bug(RuntimeException failure, PrintStream err) {
        // Not the message: it could quote what a server or a person sent.
        err.println("smtpdiag: this is a bug in smtpdiag, not in your mail set-up: "
                + failure.getClass().getName());
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
            err.println("  at " + trace[i]);
        }
        err.println("Please report it with the lines above and what you typed, without passwords (see SECURITY.md and"
                + " CONTRIBUTING.md).");
        return ExitCode.INTERNAL.number();
    }

    private static int say(String sentence, ExitCode code, PrintStream err) {
        err.println("smtpdiag: " + Neutral.text(sentence));
        return code.number();
    }
}
