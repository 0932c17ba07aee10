package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.report.ExitCode;
import java.io.PrintStream;
import picocli.CommandLine;

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

    private static int usage(CommandLine.ParameterException failure, PrintStream err) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
        String message = failure.getMessage();
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            message = (unmatched.isUnknownOption() ? "unknown option: " : "unexpected argument: ") + first;
            if (!unmatched.getSuggestions().isEmpty()) {
                message += " (did you mean " + unmatched.getSuggestions().get(0) + "?)";
            }
        }
        String firstLine = String.valueOf(message).lines().findFirst().orElse("the command line is wrong");
        return say(firstLine + "; see '" + command + " --help'", ExitCode.USAGE, err);
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
        err.println("smtpdiag: " + sentence);
        return code.number();
    }
}
