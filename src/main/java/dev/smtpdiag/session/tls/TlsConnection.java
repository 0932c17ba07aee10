package dev.smtpdiag.session.tls;

import dev.smtpdiag.session.Connection;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * TLS over another connection.
 *
 * <p>Drives an engine rather than using a TLS socket, because a diagnosis needs what a socket hides: one deadline for the
 * whole handshake, and the octets of a server that answers with something else than TLS.
 */
final class TlsConnection implements Connection {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int KEPT_PLAINTEXT = 512;

    private final Connection below;
    private final SSLEngine engine;
    private final LongSupplier nanoClock;
    private final byte[] chunk = new byte[16 * 1024];
    /** Octets from the server that the engine has not consumed; always ready for reading. */
    private ByteBuffer incoming;
    /** Decrypted octets that nobody has read yet; always ready for reading. */
    private ByteBuffer decrypted;

    private final ByteBuffer outgoing;
    private byte[] firstOctets = new byte[0];

    TlsConnection(Connection below, SSLEngine engine, LongSupplier nanoClock) {
        this.below = below;
        this.engine = engine;
        this.nanoClock = nanoClock;
        SSLSession session = engine.getSession();
        incoming = ByteBuffer.allocate(session.getPacketBufferSize() + chunk.length)
                .limit(0);
        decrypted = ByteBuffer.allocate(session.getApplicationBufferSize()).limit(0);
        outgoing = ByteBuffer.allocate(session.getPacketBufferSize() * 2);
    }

    Handshake.Result handshake(Duration timeout) {
        long end = nanoClock.getAsLong() + timeout.toNanos();
        try {
            engine.beginHandshake();
            if (!drive(end)) {
                return left(false);
            }
            SSLSession session = engine.getSession();
            return new Handshake.Established(session.getProtocol(), session.getCipherSuite());
        } catch (SocketTimeoutException e) {
            return looksLikeTls() || firstOctets.length == 0
                    ? new Handshake.Silent()
                    : new Handshake.Failed(null, "the answer is not TLS", firstOctets);
        } catch (SSLException e) {
            sendAlert();
            byte[] plaintext = looksLikeTls() ? new byte[0] : firstOctets;
            return new Handshake.Failed(Alert.in(e), Alert.words(e), plaintext);
        } catch (SocketException e) {
            return left(true);
        } catch (IOException e) {
            return new Handshake.Failed(null, String.valueOf(e.getMessage()), new byte[0]);
        }
    }

    @Override
    public int read(byte[] into, Duration timeout) throws IOException {
        long end = nanoClock.getAsLong() + timeout.toNanos();
        while (!decrypted.hasRemaining()) {
            SSLEngineResult result = unwrap();
            if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                return -1;
            }
            if (!settle(result.getHandshakeStatus())) {
                return -1;
            }
            if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW
                    && !decrypted.hasRemaining()
                    && !receive(end)) {
                return -1;
            }
        }
        int count = Math.min(into.length, decrypted.remaining());
        decrypted.get(into, 0, count);
        return count;
    }

    @Override
    public void write(byte[] octets) throws IOException {
        ByteBuffer plain = ByteBuffer.wrap(octets);
        while (plain.hasRemaining()) {
            if (wrap(plain).bytesConsumed() == 0) {
                throw new SSLException("the server renegotiates, which is not supported");
            }
        }
    }

    @Override
    public void close() {
        engine.closeOutbound();
        sendAlert();
        below.close();
    }

    /** Goes on until the handshake is done; false when the server closed before that. */
    private boolean drive(long end) throws IOException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_WRAP -> wrap(NOTHING);
                case NEED_TASK -> runTasks();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    SSLEngineResult result = unwrap();
                    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                        return false;
                    }
                    if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW && !receive(end)) {
                        return false;
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    return true;
                }
            }
        }
    }

    /** Does what the engine wants done behind a record: session tickets and key updates need it. */
    private boolean settle(HandshakeStatus status) throws IOException {
        if (status == HandshakeStatus.NEED_TASK) {
            runTasks();
        } else if (status == HandshakeStatus.NEED_WRAP) {
            wrap(NOTHING);
        }
        return !engine.isInboundDone();
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private SSLEngineResult wrap(ByteBuffer plain) throws IOException {
        outgoing.clear();
        SSLEngineResult result = engine.wrap(plain, outgoing);
        outgoing.flip();
        if (outgoing.hasRemaining()) {
            byte[] octets = new byte[outgoing.remaining()];
            outgoing.get(octets);
            below.write(octets);
        }
        if (result.getStatus() == SSLEngineResult.Status.CLOSED && plain.hasRemaining()) {
            throw new SocketException("TLS is closed");
        }
        return result;
    }

    private SSLEngineResult unwrap() throws SSLException {
        ByteBuffer room = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(incoming, room);
        room.flip();
        if (room.hasRemaining()) {
            ByteBuffer joined = ByteBuffer.allocate(decrypted.remaining() + room.remaining());
            decrypted = joined.put(decrypted).put(room).flip();
        }
        return result;
    }

    /** Waits for more octets; false when the server closed. */
    private boolean receive(long end) throws IOException {
        long left = end - nanoClock.getAsLong();
        if (left <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        int count = below.read(chunk, Duration.ofNanos(left));
        if (count < 0) {
            return false;
        }
        if (firstOctets.length < KEPT_PLAINTEXT) {
            int kept = firstOctets.length;
            int more = Math.min(count, KEPT_PLAINTEXT - kept);
            firstOctets = Arrays.copyOf(firstOctets, kept + more);
            System.arraycopy(chunk, 0, firstOctets, kept, more);
        }
        ByteBuffer joined = ByteBuffer.allocate(incoming.remaining() + count);
        incoming = joined.put(incoming).put(chunk, 0, count).flip();
        return true;
    }

    /** The server is gone; what it said first, if it was not TLS, tells more than that. */
    private Handshake.Result left(boolean reset) {
        return firstOctets.length == 0 || looksLikeTls()
                ? new Handshake.Closed(reset)
                : new Handshake.Failed(null, "the answer is not TLS", firstOctets);
    }

    /** Whether the first octets can be a TLS record (RFC 8446 5.1): a known type and major version 3. */
    private boolean looksLikeTls() {
        return firstOctets.length >= 2 && firstOctets[0] >= 20 && firstOctets[0] <= 24 && firstOctets[1] == 3;
    }

    /** Tells the server why we leave, as far as that is still possible. */
    private void sendAlert() {
        try {
            for (int i = 0; i < 3 && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP; i++) {
                wrap(NOTHING);
            }
        } catch (IOException e) {
            // The server is gone; there is nobody to tell.
        }
    }
}
