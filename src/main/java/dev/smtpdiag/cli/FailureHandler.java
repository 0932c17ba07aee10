package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
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

    private final Messages messages;
    private final PrintStream err;

    FailureHandler(Console console) {
        this.messages = Messages.ofErrors(console.language());
        this.err = console.err();
    }

    int handle(RuntimeException failure) {
        if (failure instanceof InvalidInputException invalid) {
            ExitCode code = failure instanceof CredentialsException ? ExitCode.CREDENTIALS : ExitCode.USAGE;
            return say(messages.get(invalid.problem(), invalid.arguments().toArray()), code);
        }
        if (failure instanceof CommandLine.ParameterException parameter) {
            String command = parameter.getCommandLine().getCommandSpec().qualifiedName(" ");
            return say(messages.get("usage.see", sentence(parameter), command), ExitCode.USAGE);
        }
        return bug(failure);
    }

    /** A failure of the machine rather than of the program: it left nothing to report but its kind. */
    int handle(Error failure) {
        return say(messages.get("bug.error", failure.getClass().getSimpleName()), ExitCode.INTERNAL);
    }

    /** Says which option is wrong in our own words: the library quotes what was typed, and that could be a password. */
    private String sentence(CommandLine.ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            int value = first.startsWith("-") ? first.indexOf('=') : -1;
            String shown = value < 0 ? first : first.substring(0, value);
            String key = unmatched.isUnknownOption() ? "usage.unknown-option" : "usage.unexpected-argument";
            List<String> near = unmatched.getSuggestions();
            return near.isEmpty() ? messages.get(key, shown) : messages.get(key + ".near", shown, near.get(0));
        }
        if (failure instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return messages.get("usage.value-missing", option.longestName());
        }
        if (failure.getArgSpec() instanceof OptionSpec option) {
            return messages.get("usage.no-value", option.longestName());
        }
        return messages.get("usage.wrong");
    }

    private int bug(RuntimeException failure) {
        // Not the message: it could quote what a server or a person sent.
        say(messages.get("bug.exception", failure.getClass().getName()), ExitCode.INTERNAL);
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
            err.println("  at " + trace[i]);
        }
        err.println(messages.get("bug.report"));
        return ExitCode.INTERNAL.number();
    }

    private int say(String sentence, ExitCode code) {
        err.println("smtpdiag: " + Neutral.text(sentence));
        return code.number();
    }
}
