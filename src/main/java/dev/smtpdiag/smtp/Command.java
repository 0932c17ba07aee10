package dev.smtpdiag.smtp;

import org.jspecify.annotations.Nullable;

/**
 * A command as we send it (RFC 5321 4.1.1, RFC 3207 4, RFC 4954 4).
 *
 * <p>{@link #wire()} is what goes out, without the line end; {@link #display()} is what may be shown and kept.
 */
public sealed interface Command {

    /** The line to send, without CRLF. May hold a secret. */
    String wire();

    /** The line with every secret masked. */
    default String display() {
        return wire();
    }

    record Ehlo(String name) implements Command {
        @Override
        public String wire() {
            return "EHLO " + name;
        }
    }

    record Helo(String name) implements Command {
        @Override
        public String wire() {
            return "HELO " + name;
        }
    }

    record StartTls() implements Command {
        @Override
        public String wire() {
            return "STARTTLS";
        }
    }

    /**
     * @param mechanism the SASL mechanism
     * @param initialResponse base64, {@code =} for an empty one, null for none (RFC 4954 4)
     */
    record Auth(String mechanism, @Nullable String initialResponse) implements Command {
        @Override
        public String wire() {
            return initialResponse == null ? "AUTH " + mechanism : "AUTH " + mechanism + " " + initialResponse;
        }

        @Override
        public String display() {
            return initialResponse == null ? wire() : "AUTH " + mechanism + " " + Secret.MASK;
        }

        @Override
        public String toString() {
            return display();
        }
    }

    /** A response to a 334 challenge, in base64, or {@code *} to give up. */
    record AuthResponse(String response) implements Command {
        @Override
        public String wire() {
            return response;
        }

        @Override
        public String display() {
            return response.equals("*") ? response : Secret.MASK;
        }

        @Override
        public String toString() {
            return display();
        }
    }

    record Mail(String reversePath) implements Command {
        @Override
        public String wire() {
            return "MAIL FROM:<" + reversePath + ">";
        }
    }

    record Rcpt(String forwardPath) implements Command {
        @Override
        public String wire() {
            return "RCPT TO:<" + forwardPath + ">";
        }
    }

    record Rset() implements Command {
        @Override
        public String wire() {
            return "RSET";
        }
    }

    record Quit() implements Command {
        @Override
        public String wire() {
            return "QUIT";
        }
    }
}
