package dev.smtpdiag.kb;

import java.util.List;
import java.util.Locale;

/** What the tables say about a code, without words. */
public sealed interface Facts permits ReplyFacts, EnhancedFacts {

    /** Where a code comes from. */
    enum Origin {
        /** An RFC or the IANA registry defines it. */
        STANDARD,
        /** Met on the wire, no standard. */
        VENDOR,
        /** Printed by clients and lists, never by a server. */
        PSEUDO
    }

    /** Who may have to act. */
    enum Actor {
        NOBODY,
        PERSON,
        APPLICATION,
        OPERATOR,
        RECIPIENT,
        NETWORK
    }

    /** What a correct client does after a code. */
    enum Retry {
        /** Success: nothing to retry. */
        NONE,
        /** Intermediate: goes on. */
        CONTINUE,
        /** The same again after a wait. */
        LATER,
        /** Only after something was changed. */
        AFTER_FIX,
        NEVER
    }

    Origin origin();

    Retry retry();

    /** Who has to act, the likeliest first. */
    List<Actor> who();

    /** Where it is met, by the ids of {@code docs/knowledge-base.md}: what a standard allows first. */
    List<String> steps();

    List<Reference> references();

    /** The name of a constant as tables and messages write it: {@code after-fix}. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that a table means. */
    static <E extends Enum<E>> E constant(E[] constants, String id) {
        for (E constant : constants) {
            if (id(constant).equals(id)) {
                return constant;
            }
        }
        throw new IllegalStateException("unknown word in a table: " + id);
    }
}
