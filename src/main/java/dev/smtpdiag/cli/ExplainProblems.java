package dev.smtpdiag.cli;

import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
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
        List<String> near = Suggestions.of(input, KnowledgeBase.in(Language.ENGLISH));
        String quoted = withoutResponse(input);
        if (near.isEmpty()) {
            say("explain.error.no-code", quoted);
        } else {
            say("explain.error.near", quoted, String.join(", ", near));
        }
    }

    /** A login that was pasted ends with the password, in Base64: {@code AUTH PLAIN ...}. */
    static String withoutResponse(String input) {
        String text = input.strip();
        int mechanism = text.indexOf(' ') + 1;
        int response = text.indexOf(' ', mechanism);
        boolean login = text.regionMatches(true, 0, "auth ", 0, 5);
        return login && response > 0 ? text.substring(0, response) + " ..." : input;
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
