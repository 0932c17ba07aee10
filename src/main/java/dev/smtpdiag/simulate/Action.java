package dev.smtpdiag.simulate;

import java.io.IOException;
import java.time.Duration;

/** One thing that a simulated server does. */
sealed interface Action {

    /**
     * Does it.
     *
     * @return whether the block goes on
     * @throws IOException when the client has left
     */
    boolean play(Conversation conversation) throws IOException;

    /** Whether nothing can follow it, because the connection is over. */
    default boolean isLast() {
        return false;
    }

    /**
     * Sends octets; what is sent at a stretch leaves in one write.
     *
     * @param octets one char an octet
     */
    record Send(String octets) implements Action {
        @Override
        public boolean play(Conversation conversation) {
            conversation.send(octets);
            return true;
        }
    }

    /** Lets time pass. */
    record Wait(Duration time) implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.wire().flush();
            conversation.wire().pause(time);
            return true;
        }
    }

    /** Sends all that follows in the block octet by octet, with a pause before each. */
    record Drip(Duration pause) implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.wire().drip(pause);
            return true;
        }
    }

    /** Performs a TLS handshake as the server. */
    record StartTls(CertificateKind certificate) implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.startTls(certificate);
            return true;
        }
    }

    /** Waits until the client says something, whatever it is, and takes it. */
    record Hear() implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            return conversation.hear();
        }
    }

    /** Takes as many octets as a BDAT command says, and with its LAST the message is complete (RFC 3030 2). */
    record TakeChunk() implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            return conversation.takeChunk();
        }
    }

    /** Takes a message up to its final dot (RFC 5321 4.1.1.4). */
    record TakeMessage() implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            return conversation.takeMessage();
        }
    }

    /** Obtains user name and password and does nothing with them. */
    record Ask(LoginWords words) implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            return new LoginExchange(conversation, words).ask().isPresent();
        }
    }

    /** Obtains user name and password, compares them with the accounts, and says what came of it. */
    record Login(LoginWords words) implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            return new LoginExchange(conversation, words).login();
        }
    }

    /** Closes the connection in good order. */
    record Close() implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.wire().close();
            return false;
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }

    /** Ends its own half of the connection and goes on listening. */
    record HalfClose() implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.wire().halfClose();
            return false;
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }

    /** Resets the connection. */
    record Reset() implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.wire().reset();
            return false;
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }

    /** Says nothing more until the client leaves. */
    record Silent() implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.wire().awaitEnd();
            return false;
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }

    /**
     * Goes on sending until the client leaves.
     *
     * @param start sent once
     * @param more sent again and again
     */
    record Endless(String start, String more) implements Action {
        @Override
        public boolean play(Conversation conversation) throws IOException {
            conversation.flood(start, more);
            return false;
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
