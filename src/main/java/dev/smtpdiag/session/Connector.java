package dev.smtpdiag.session;

import dev.smtpdiag.transcript.Endpoint;
import java.io.IOException;
import java.time.Duration;

/** Opens connections. */
public interface Connector {

    /**
     * An open connection.
     *
     * @param local our own end
     */
    record Opened(Connection connection, Endpoint local) {}

    /**
     * @throws IOException as the system says why it failed
     */
    Opened open(Endpoint endpoint, Duration timeout) throws IOException;
}
