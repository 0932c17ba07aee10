package dev.smtpdiag.cli;

import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.render.Messages;
import dev.smtpdiag.render.Neutral;
import dev.smtpdiag.render.TextWidth;
import java.io.PrintStream;
import java.util.List;

/** Says in one sentence why an input cannot be explained or compared. */
final class ExplainProblems {

    private static final int LONGEST_QUOTE = 60;

    private final Messages messages;
    private final PrintStream err;

    ExplainProblems(Messages messages, PrintStream err) {
        this.messages = messages;
        this.err = err;
    }

    /**
     * @param arguments what a person typed; made harmless and cut here
     */
    void say(String key, String... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = TextWidth.cut(Neutral.text(arguments[i]), LONGEST_QUOTE, "...");
        }
        err.print("smtpdiag: " + messages.get(key, shown) + "\n");
        err.flush();
    }

    private void noCode(String input) {
        List<String> near = Suggestions.of(input, KnowledgeBase.english());
        if (near.isEmpty()) {
            say("explain.error.no-code", input);
        } else {
            say("explain.error.near", input, String.join(", ", near));
        }
    }

    void nothing(Nothing nothing) {
        switch (nothing.reason()) {
            case EMPTY -> say("explain.error.empty");
            case NO_CODE -> noCode(nothing.input());
            case NOT_THREE_DIGITS -> say("explain.error.not-three-digits", nothing.input());
            case NO_SUCH_CLASS -> say("explain.error.no-such-class", nothing.input());
        }
    }
}
