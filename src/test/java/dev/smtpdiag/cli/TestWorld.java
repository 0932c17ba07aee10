package dev.smtpdiag.cli;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.session.Connection;
import dev.smtpdiag.session.Connector;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.session.SocketConnector;
import dev.smtpdiag.session.tls.TrustedAuthorities;
import dev.smtpdiag.transcript.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A world in which addresses are what a test says, connections to them lead to a server on this machine, and time passes
 * only when the network is waited for: a report from it is the same on every machine.
 */
final class TestWorld implements AddressResolver, Connector {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Endpoint LOCAL_END = new Endpoint("192.0.2.77", 50000);

    private static final Duration LOOK_UP = Duration.ofMillis(4);
    private static final Duration CONNECT = Duration.ofMillis(21);
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);

    private final int port;
    private final Map<InetAddress, Failing> addresses = new LinkedHashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private Duration patience = Duration.ofDays(1);
    private List<X509Certificate> authorities = List.of();

    /** How an attempt to connect ends, other than well. */
    enum Failing {
        NOT,
        REFUSED,
        TIMED_OUT
    }

    /**
     * @param port of the server on this machine
     */
    TestWorld(int port) {
        this.port = port;
    }

    TestWorld address(String literal, Failing how) throws UnknownHostException {
        addresses.put(InetAddress.getByName(literal), how);
        return this;
    }

    /** Really waits no longer than this where nothing comes, and pretends to have waited in full. */
    TestWorld patience(Duration longest) {
        patience = longest;
        return this;
    }

    TestWorld trusting(X509Certificate authority) {
        authorities = List.of(authority);
        return this;
    }

    Environment environment() {
        return new Environment(
                this,
                this,
                trust -> {
                    List<X509Certificate> all = new ArrayList<>(authorities);
                    all.addAll(trust.additional());
                    return TrustedAuthorities.load(all);
                },
                Clock.fixed(NOON, ZoneOffset.UTC),
                nanos::get);
    }

    /** The same, at the real time of day: the certificates of simulated servers begin and end by it. */
    Environment environmentOfToday() {
        Environment fixed = environment();
        return new Environment(
                fixed.resolver(), fixed.connector(), fixed.authorities(), Clock.systemUTC(), fixed.nanoClock());
    }

    @Override
    public Resolution resolve(String host, Duration timeout) {
        pass(LOOK_UP);
        return addresses.isEmpty()
                ? new NotFound("Name or service not known")
                : new Found(new ArrayList<>(addresses.keySet()));
    }

    @Override
    public Opened open(Endpoint endpoint, Duration timeout) throws IOException {
        Failing how = addresses.getOrDefault(InetAddress.getByName(endpoint.address()), Failing.REFUSED);
        pass(how == Failing.TIMED_OUT ? timeout : CONNECT);
        return switch (how) {
            case REFUSED -> throw new ConnectException("Connection refused");
            case TIMED_OUT -> throw new SocketTimeoutException("Connect timed out");
            case NOT ->
                new Opened(
                        new Waiting(new SocketConnector()
                                .open(new Endpoint("127.0.0.1", port), Duration.ofSeconds(10))
                                .connection()),
                        LOCAL_END);
        };
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /**
     * A round trip passes with the first octets that come after something was sent, however many reads there are. Each
     * read brings one line, because chance decides how many arrive together.
     */
    private final class Waiting implements Connection {

        private final Connection real;
        private byte[] pending = new byte[0];
        private boolean sent = true;

        Waiting(Connection real) {
            this.real = real;
        }

        @Override
        public int read(byte[] into, Duration timeout) throws IOException {
            if (pending.length == 0) {
                int count = receive(into, timeout);
                if (count < 0) {
                    return count;
                }
                pending = Arrays.copyOf(into, count);
            }
            int line = 0;
            while (line < Math.min(pending.length, into.length) && (line == 0 || pending[line - 1] != '\n')) {
                into[line] = pending[line];
                line++;
            }
            pending = Arrays.copyOfRange(pending, line, pending.length);
            return line;
        }

        private int receive(byte[] into, Duration timeout) throws IOException {
            try {
                int count = real.read(into, timeout.compareTo(patience) < 0 ? timeout : patience);
                if (sent) {
                    pass(ROUND_TRIP);
                    sent = false;
                }
                return count;
            } catch (SocketTimeoutException e) {
                pass(timeout);
                throw e;
            }
        }

        @Override
        public void write(byte[] octets) throws IOException {
            real.write(octets);
            sent |= !isChangeCipherSpec(octets);
        }

        /** Nobody answers it, and it leaves in the middle of what the server sends (RFC 8446 D.4). */
        private static boolean isChangeCipherSpec(byte[] octets) {
            return octets.length == 6 && octets[0] == 0x14;
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
