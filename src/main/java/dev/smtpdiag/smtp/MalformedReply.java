package dev.smtpdiag.smtp;

import java.util.List;

/**
 * Bytes that are no reply.
 *
 * @param reason what is wrong with them
 * @param lines what came, decoded, one element a line
 */
public record MalformedReply(Reason reason, List<String> lines) implements ServerOutput {

    /** Why something is not a reply (RFC 5321 4.2). */
    public enum Reason {
        /** A line does not start with three digits that can be a reply code. */
        NO_CODE,
        /** A line went on past the bound of the reader. */
        ENDLESS_LINE,
        /** The reply went on past the bound of the reader. */
        ENDLESS_REPLY
    }

    public MalformedReply {
        lines = List.copyOf(lines);
    }
}
