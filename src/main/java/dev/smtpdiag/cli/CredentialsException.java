package dev.smtpdiag.cli;

/**
 * The credentials are missing, empty or unusable, so nothing was sent. The message is complete, and never holds a secret.
 */
final class CredentialsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CredentialsException(String message) {
        super(message);
    }
}
