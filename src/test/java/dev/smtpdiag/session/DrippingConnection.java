package dev.smtpdiag.session;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server that sends the same octets for ever, one at a time, each after a while. */
final class DrippingConnection implements Connection {

    private final FakeClock clock;
    private final Duration pause;
    private final byte[] octets;
    private long position;
    private boolean closed;

    DrippingConnection(FakeClock clock, Duration pause, String text) {
        this.clock = clock;
        this.pause = pause;
        this.octets = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many octets were read. */
    long count() {
        return position;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int read(byte[] into, Duration timeout) throws SocketTimeoutException {
        if (pause.compareTo(timeout) > 0) {
            clock.pass(timeout);
            throw new SocketTimeoutException("Read timed out");
        }
        clock.pass(pause);
        into[0] = octets[(int) (position++ % octets.length)];
        return 1;
    }

    @Override
    public void write(byte[] sent) {
        // Does not listen.
    }

    @Override
    public void close() {
        closed = true;
    }
}
