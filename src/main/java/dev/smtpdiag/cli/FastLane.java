package dev.smtpdiag.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers plain {@code explain CODE…} and {@code compare A B} without the command-line library, whose loading takes longer
 * than the answer. The services are the same, so the answers are, too.
 */
final class FastLane {

    private FastLane() {}

    /** Whether these arguments need no parsing: a command and nothing that looks like an option. */
    static boolean takes(String[] args) {
        if (args.length < 2 || !args[0].equals("explain") && !args[0].equals("compare")) {
            return false;
        }
        for (int i = 1; i < args.length; i++) {
            if (args[i].startsWith("-") || args[i].startsWith("@")) {
                return false;
            }
        }
        return true;
    }

    static int run(String[] args, Console console) {
        List<String> inputs = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            inputs.add(args[i]);
        }
        return args[0].equals("explain")
                ? new ExplainText(false, console).run(inputs)
                : new CompareCommand().run(inputs, console);
    }
}
