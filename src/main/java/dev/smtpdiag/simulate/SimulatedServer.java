package dev.smtpdiag.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An SMTP server on 127.0.0.1 that plays one scenario with every client, until it is closed.
 *
 * <p>Bounded: {@value #MAX_CONNECTIONS} clients at once, further ones are turned away; {@value #SESSION_SECONDS} seconds
 * for each. All threads are daemons. A client that leaves at any point ends its own session and nothing else.
 */
public final class SimulatedServer implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 16;
    private static final int SESSION_SECONDS = 120;
    private static final int MAX_RECORDED = 1_000;
    private static final int ACCEPTOR_MILLIS = 1_000;

    private final Script script;
    private final Script defaults = ScenarioLibrary.defaults();
    private final Certificates certificates = new Certificates(Instant.now());
    private final ServerSocket listener;
    private final Thread acceptor;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor watchdog;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final List<SessionLog> logs = new ArrayList<>();

    private SimulatedServer(Scenario scenario, ServerSocket listener) {
        this.script = scenario.script();
        this.listener = listener;
        this.acceptor = daemon(this::accept, "simulated-" + scenario.name() + "-accept");
        ThreadFactory daemons = task -> daemon(task, "simulated-" + scenario.name());
        this.workers =
                new ThreadPoolExecutor(0, MAX_CONNECTIONS, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
        this.watchdog = new ScheduledThreadPoolExecutor(1, daemons);
        this.watchdog.setRemoveOnCancelPolicy(true);
    }

    /**
     * Begins to listen, on a free port; clients can connect when it returns.
     *
     * @throws IOException when the system grants no port
     */
    public static SimulatedServer start(Scenario scenario) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        SimulatedServer server = new SimulatedServer(scenario, new ServerSocket(0, 50, loopback));
        server.acceptor.start();
        // Making a certificate takes longer than a handshake should: begin before anybody asks.
        daemon(() -> server.script.certificates().forEach(server.certificates::context), "simulated-certificates")
                .start();
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The authority above every certificate of this server but those of an unknown authority and self-signed ones. */
    public X509Certificate authority() {
        return certificates.authority();
    }

    /** What each client has sent by now, in the order in which they connected. */
    public List<RecordedSession> sessions() {
        synchronized (logs) {
            return logs.stream().map(SessionLog::snapshot).toList();
        }
    }

    /** Stops listening and cuts every connection; nobody can connect any more when it returns. */
    @Override
    public void close() {
        closeQuietly(listener);
        try {
            // The system keeps the port open for as long as a thread waits on it.
            acceptor.join(ACCEPTOR_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
        watchdog.shutdownNow();
        clients.forEach(SimulatedServer::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                clients.add(client);
                SessionLog log = newLog();
                try {
                    workers.execute(() -> serve(client, log));
                } catch (RejectedExecutionException e) {
                    leave(client);
                }
            } catch (IOException e) {
                // Closed, which ends the loop, or one client that left before it was accepted.
            }
        }
    }

    private SessionLog newLog() {
        SessionLog log = new SessionLog();
        synchronized (logs) {
            if (logs.size() < MAX_RECORDED) {
                logs.add(log);
            }
        }
        return log;
    }

    private void serve(Socket client, SessionLog log) {
        try {
            var cut = watchdog.schedule(() -> closeQuietly(client), SESSION_SECONDS, TimeUnit.SECONDS);
            try {
                client.setTcpNoDelay(true);
                new Conversation(script, defaults, certificates, new Wire(client), log).hold();
            } finally {
                cut.cancel(false);
            }
        } catch (IOException | RejectedExecutionException e) {
            // The client left or broke off the handshake, which is its right; or this server is being closed.
        } finally {
            leave(client);
        }
    }

    private void leave(Socket client) {
        clients.remove(client);
        closeQuietly(client);
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Nothing can be done, and nobody waits for it.
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
