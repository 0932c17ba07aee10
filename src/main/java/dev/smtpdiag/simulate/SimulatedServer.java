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
 * An SMTP server that plays scenarios with its clients, until it is closed.
 *
 * <p>Bounded: {@value #MAX_CONNECTIONS} clients at once, further ones are turned away; {@value #SESSION_SECONDS} seconds
 * for each. All threads are daemons. A client that leaves at any point ends its own session and nothing else.
 */
public final class SimulatedServer implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 16;
    private static final int SESSION_SECONDS = 120;
    private static final int MAX_RECORDED = 1_000;
    private static final int PATIENCE_MILLIS = 1_000;

    private final Performance performance;
    private final Listening listening;
    private final Certificates certificates = new Certificates(Instant.now());
    private final House house;
    private final ServerSocket listener;
    private final Thread acceptor;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor watchdog;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final List<SessionLog> logs = new ArrayList<>();

    private SimulatedServer(Performance performance, Listening listening, ServerSocket listener) {
        this.performance = performance;
        this.listening = listening;
        this.house = new House(certificates, new Memory(System::nanoTime), listening.messages());
        this.listener = listener;
        this.acceptor = daemon(this::accept, "simulated-" + performance.name() + "-accept");
        ThreadFactory daemons = task -> daemon(task, "simulated-" + performance.name());
        this.workers =
                new ThreadPoolExecutor(0, MAX_CONNECTIONS, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
        this.watchdog = new ScheduledThreadPoolExecutor(1, daemons);
        this.watchdog.setRemoveOnCancelPolicy(true);
    }

    /**
     * Begins to listen, on a free port of 127.0.0.1; clients can connect when it returns.
     *
     * @throws IOException when the system grants no port
     */
    public static SimulatedServer start(Scenario scenario) throws IOException {
        return start(Performance.of(scenario), Listening.LOCAL);
    }

    /**
     * Begins to listen; clients can connect when it returns.
     *
     * @throws IOException when the address is none of this machine, or the system does not grant the port
     */
    public static SimulatedServer start(Performance performance, Listening listening) throws IOException {
        InetAddress address = InetAddress.getByName(listening.address());
        SimulatedServer server =
                new SimulatedServer(performance, listening, new ServerSocket(listening.port(), 50, address));
        server.acceptor.start();
        // Making a certificate takes longer than a handshake should: begin before anybody asks.
        daemon(() -> performance.certificates().forEach(server.certificates::context), "simulated-certificates")
                .start();
        return server;
    }

    /** The address on which it listens. */
    public String address() {
        return listener.getInetAddress().getHostAddress();
    }

    /** Whether no other machine can reach it. */
    public boolean isLoopback() {
        return listener.getInetAddress().isLoopbackAddress();
    }

    /** Waits until it listens no longer, because of a call of {@link #close} or of its limit, and all clients have left. */
    public void awaitEnd() throws InterruptedException {
        acceptor.join();
        workers.shutdown();
        workers.awaitTermination(SESSION_SECONDS, TimeUnit.SECONDS);
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
            acceptor.join(PATIENCE_MILLIS);
            cut();
            // Each session still tells how it ended.
            workers.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            cut();
            Thread.currentThread().interrupt();
        }
    }

    private void cut() {
        workers.shutdownNow();
        watchdog.shutdownNow();
        clients.forEach(this::leave);
    }

    private void accept() {
        int count = 0;
        while (!listener.isClosed() && count < listening.sessions()) {
            try {
                Socket client = listener.accept();
                count++;
                Layers layers = performance.next();
                SessionLog log = newLog(count, layers);
                clients.add(client);
                try {
                    workers.execute(() -> serve(client, layers, log));
                } catch (RejectedExecutionException e) {
                    log.tell(SessionEvent.Kind.CUT, "", false);
                    leave(client);
                }
            } catch (IOException e) {
                // Closed, which ends the loop, or one client that left before it was accepted.
            }
        }
        closeQuietly(listener);
    }

    private SessionLog newLog(int number, Layers layers) {
        SessionLog log = new SessionLog(number, listening.events(), layers.accounts());
        synchronized (logs) {
            if (logs.size() < MAX_RECORDED) {
                logs.add(log);
            }
        }
        return log;
    }

    private void serve(Socket client, Layers layers, SessionLog log) {
        log.tell(SessionEvent.Kind.CONNECTED, client.getInetAddress().getHostAddress() + ":" + client.getPort(), false);
        SessionEvent.Kind ending = SessionEvent.Kind.LEFT;
        try {
            Wire wire = new Wire(client);
            var cut = watchdog.schedule(() -> leave(client), SESSION_SECONDS, TimeUnit.SECONDS);
            try {
                client.setTcpNoDelay(true);
                new Conversation(layers, house, wire, log).hold();
            } finally {
                cut.cancel(false);
                ending = wire.ending();
            }
        } catch (IOException | RejectedExecutionException e) {
            // The client left or broke off the handshake, which is its right; or this server is being closed.
        } finally {
            log.tell(clients.contains(client) ? ending : SessionEvent.Kind.CUT, "", false);
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
