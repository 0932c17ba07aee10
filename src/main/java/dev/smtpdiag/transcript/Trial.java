package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.MechanismNeed;
import dev.smtpdiag.smtp.Reply;
import org.jspecify.annotations.Nullable;

/** What became of one mechanism. */
public sealed interface Trial {

    /** It logs in. */
    record Works(Reply reply) implements Trial {}

    /**
     * It does not.
     *
     * @param reply the last one at AUTH, or null when there was none
     */
    record Fails(Failure failure, @Nullable Reply reply) implements Trial {}

    /** It cannot be tried for want of something. */
    record Missing(MechanismNeed need) implements Trial {}

    /** It could be tried, but as many logins as were allowed have been tried by then. */
    record Spared() implements Trial {}

    /** The name in reports. */
    default String id() {
        if (this instanceof Missing) {
            return "missing";
        }
        return this instanceof Works ? "works" : this instanceof Fails ? "fails" : "spared";
    }
}
