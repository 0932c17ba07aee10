package dev.smtpdiag.session;

import dev.smtpdiag.transcript.Endpoint;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens connections to scripted servers, or fails to. What is tried where no server was set up fails the test. */
final class ScriptedConnector implements Connector {

    static final Endpoint LOCAL = new Endpoint("192.0.2.9", 40000);

    /** One attempt to connect. */
    private interface Attempt {
        Connection open(Duration timeout) throws IOException;
    }

    private final Feed feed;
    private final FakeClock clock;
    private final Endpoint local;
    private final Map<String, Deque<Attempt>> attempts = new HashMap<>();
    private final List<ScriptedConnection> opened = new ArrayList<>();

    ScriptedConnector(Feed feed, FakeClock clock) {
        this(feed, clock, LOCAL);
    }

    ScriptedConnector(Feed feed, FakeClock clock, Endpoint local) {
        this.feed = feed;
        this.clock = clock;
        this.local = local;
    }

    /** The next connection to this address meets this server. */
    synchronized ScriptedConnector answers(String address, Script script) {
        return next(address, timeout -> {
            ScriptedConnection connection = new ScriptedConnection(script, feed, clock);
            opened.add(connection);
            return connection;
        });
    }

    /** The next connection to this address fails at once. */
    synchronized ScriptedConnector fails(String address, IOException failure) {
        return next(address, timeout -> {
            throw failure;
        });
    }

    /** Nobody answers the next attempt to connect to this address. */
    synchronized ScriptedConnector timesOut(String address) {
        return next(address, timeout -> {
            clock.pass(timeout);
            throw new SocketTimeoutException("Connect timed out");
        });
    }

    /** The connections that were opened, in order. */
    synchronized List<ScriptedConnection> opened() {
        return List.copyOf(opened);
    }

    @Override
    public synchronized Opened open(Endpoint endpoint, Duration timeout) throws IOException {
        Deque<Attempt> queue = attempts.getOrDefault(endpoint.address(), new ArrayDeque<>());
        if (queue.isEmpty()) {
            throw new AssertionError("nobody expected a connection to " + endpoint);
        }
        return new Opened(queue.remove().open(timeout), local);
    }

    private ScriptedConnector next(String address, Attempt attempt) {
        attempts.computeIfAbsent(address, key -> new ArrayDeque<>()).add(attempt);
        return this;
    }
}
