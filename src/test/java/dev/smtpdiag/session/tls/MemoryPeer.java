package dev.smtpdiag.session.tls;

import dev.smtpdiag.session.Connection;
import dev.smtpdiag.session.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.UnaryOperator;

/** A connection in memory to a peer that answers octets with octets. Without an answer, a fake clock is put forward. */
final class MemoryPeer implements Connection {

    private final UnaryOperator<byte[]> peer;
    private final FakeClock clock;
    private final int portion;
    private final Deque<byte[]> arriving = new ArrayDeque<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean ended;
    private boolean closed;

    /**
     * @param portion how many octets arrive at once
     */
    MemoryPeer(UnaryOperator<byte[]> peer, FakeClock clock, int portion) {
        this.peer = peer;
        this.clock = clock;
        this.portion = portion;
    }

    /** The peer sends this by itself. */
    MemoryPeer sends(byte[] octets) {
        for (int start = 0; start < octets.length; start += portion) {
            arriving.add(Arrays.copyOfRange(octets, start, Math.min(octets.length, start + portion)));
        }
        return this;
    }

    /** The peer closes behind what it has sent. */
    MemoryPeer ends() {
        ended = true;
        return this;
    }

    byte[] written() {
        return written.toByteArray();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int read(byte[] into, Duration timeout) throws IOException {
        if (arriving.isEmpty() && ended) {
            return -1;
        }
        if (arriving.isEmpty()) {
            clock.pass(timeout);
            throw new SocketTimeoutException("Read timed out");
        }
        byte[] octets = arriving.remove();
        int count = Math.min(into.length, octets.length);
        System.arraycopy(octets, 0, into, 0, count);
        if (count < octets.length) {
            arriving.addFirst(Arrays.copyOfRange(octets, count, octets.length));
        }
        return count;
    }

    @Override
    public void write(byte[] octets) {
        written.writeBytes(octets);
        sends(peer.apply(octets));
    }

    @Override
    public void close() {
        closed = true;
    }
}
