package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;

/** The credentials are missing, empty or unusable, so nothing was sent. */
final class CredentialsException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    /**
     * @param problem key of a sentence
     * @param arguments what is put into it, never a secret
     */
    CredentialsException(String problem, Object... arguments) {
        super(problem, arguments);
    }
}
