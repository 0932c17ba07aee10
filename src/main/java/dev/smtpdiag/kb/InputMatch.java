package dev.smtpdiag.kb;

import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ExtensionTopic;
import dev.smtpdiag.kb.Topic.MechanismTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text that a person pasted is about. */
public sealed interface InputMatch {

    /**
     * A reply code, an enhanced status code, or both; at least one.
     *
     * @param matched the part of the text that says so
     * @param bare whether the text was the code and nothing else
     * @param text the whole reply from the code on, its lines joined
     */
    record Codes(
            @Nullable ReplyCodeTopic reply,
            @Nullable EnhancedCodeTopic enhanced,
            String matched,
            boolean bare,
            String text)
            implements InputMatch {

        /** Whether the first digits of the two codes say different things. */
        public boolean isContradiction() {
            return reply != null
                    && enhanced != null
                    && reply.classDigit() != enhanced.code().classDigit();
        }

        /** Whether it reports a failure. */
        public boolean isNegative() {
            return reply != null
                    ? reply.classDigit() > 3
                    : enhanced != null && enhanced.code().classDigit() > 3;
        }

        /** The codes as people write them: {@code 535 5.7.8}. */
        public String names() {
            String code = reply == null ? "" : reply.name();
            return enhanced == null ? code : code.isEmpty() ? enhanced.name() : code + " " + enhanced.name();
        }
    }

    /** The number of a port that people take for a code. */
    record Port(int number) implements InputMatch {}

    /**
     * An extension as a server announces it.
     *
     * @param parameters as they stand there
     * @param matched the keyword and its parameters
     * @param bare whether the text was the keyword and nothing else
     */
    record Announced(ExtensionTopic topic, List<String> parameters, String matched, boolean bare)
            implements InputMatch {
        public Announced {
            parameters = List.copyOf(parameters);
        }
    }

    /** The name of a login mechanism. */
    record Mechanism(MechanismTopic topic) implements InputMatch {}

    /** Nothing that the knowledge base could have words about. */
    record Nothing(Reason reason, String input) implements InputMatch {}

    /** Why a text is about nothing. */
    enum Reason {
        EMPTY,
        /** There is no code in it. */
        NO_CODE,
        /** A number that is not of three digits. */
        NOT_THREE_DIGITS,
        /** In the form of an enhanced status code, with a class that does not exist. */
        NO_SUCH_CLASS
    }
}
