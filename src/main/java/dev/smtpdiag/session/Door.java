package dev.smtpdiag.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** A connection at whose other end a server waits for a ClientHello. Trouble is an answer here, never an exception. */
public final class Door implements AutoCloseable {

    private final Connection connection;
    private final Duration patience;
    private final byte[] chunk = new byte[16 * 1024];

    /** What comes from behind the door. */
    public sealed interface Heard permits Octets, Left, Silence {}

    /**
     * @param octets at least one
     */
    public record Octets(byte[] octets) implements Heard {}

    /**
     * The server has gone.
     *
     * @param reset whether the connection was reset rather than closed
     */
    public record Left(boolean reset) implements Heard {}

    /** Nothing in time. */
    public record Silence() implements Heard {}

    Door(Connection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /** For a handshake by a TLS library. */
    public Connection connection() {
        return connection;
    }

    /** How long to wait for an answer. */
    public Duration patience() {
        return patience;
    }

    /** Says something; a server that has gone is noticed when listening. */
    public void say(byte[] octets) {
        try {
            connection.write(octets);
        } catch (IOException e) {
            // It may have said why before it left.
        }
    }

    /** Waits for what comes next. */
    public Heard listen() {
        try {
            int count = connection.read(chunk, patience);
            return count < 0 ? new Left(false) : new Octets(Arrays.copyOf(chunk, count));
        } catch (SocketTimeoutException e) {
            return new Silence();
        } catch (IOException e) {
            return new Left(true);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
