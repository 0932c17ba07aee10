package dev.smtpdiag.session;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A server that sends what a fuzzer made up, whatever it is told. */
final class FuzzedConnection implements Connection {

    private final byte[] octets;
    private final int portion;
    private final int end;
    private final FakeClock clock;
    private int position;

    /**
     * @param octets what it sends
     * @param portion how much of it arrives at once
     * @param end how it ends: 0 closes, 1 resets, others stay silent
     */
    FuzzedConnection(byte[] octets, int portion, int end, FakeClock clock) {
        this.octets = octets;
        this.portion = portion;
        this.end = end;
        this.clock = clock;
    }

    @Override
    public int read(byte[] into, Duration timeout) throws IOException {
        if (position < octets.length) {
            int count = Math.min(Math.min(into.length, portion), octets.length - position);
            System.arraycopy(octets, position, into, 0, count);
            position += count;
            return count;
        }
        if (end == 0) {
            return -1;
        }
        if (end == 1) {
            throw new SocketException("Connection reset");
        }
        clock.pass(timeout.plusNanos(1));
        throw new SocketTimeoutException("Read timed out");
    }

    @Override
    public void write(byte[] sent) throws IOException {
        if (end == 1 && position == octets.length) {
            throw new SocketException("Broken pipe");
        }
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
