package dev.smtpdiag.scan;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.session.tls.TrustedAuthorities;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A world with one server, where every name has one address and time passes only when somebody waits. */
public final class FakeWorld implements Consumer<Duration> {

    /** When it is, always. */
    public static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final FakeServer server;
    private final List<Duration> waits = new ArrayList<>();
    private long nanos;

    public FakeWorld(FakeServer server) {
        this.server = server;
    }

    /** For a scanner. */
    public Environment environment() {
        return new Environment(
                (host, timeout) -> new AddressResolver.Found(List.of(address())),
                server,
                trust -> TrustedAuthorities.load(List.of()),
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> nanos);
    }

    /** Waits. */
    @Override
    public void accept(Duration duration) {
        nanos += duration.toNanos();
        waits.add(duration);
    }

    /** Every wait, in order. */
    List<Duration> waits() {
        return waits;
    }

    private static InetAddress address() {
        try {
            return InetAddress.getByAddress("mail.example.com", new byte[] {(byte) 192, 0, 2, 10});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
