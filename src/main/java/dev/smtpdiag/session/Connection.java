package dev.smtpdiag.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A stream of octets to and from a server: a socket, TLS over another connection, or a script in a test. */
public interface Connection extends AutoCloseable {

    /**
     * Waits for octets.
     *
     * @return how many were read, at least one, or -1 when the server has closed
     * @throws SocketTimeoutException when none came in time; a later call may succeed
     */
    int read(byte[] into, Duration timeout) throws IOException;

    /** Sends octets at once. */
    void write(byte[] octets) throws IOException;

    /** Closes without waiting for anything. */
    @Override
    void close();
}
