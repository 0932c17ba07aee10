package dev.smtpdiag.plan;

/**
 * Something that a person typed cannot be used. The message is complete: what is wrong, where, and what to do; it never
 * holds a secret.
 */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }
}
