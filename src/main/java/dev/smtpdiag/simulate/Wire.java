package dev.smtpdiag.simulate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The server's end of one connection: octets out, lines in, and every way to end it. Bounded in all it reads. */
final class Wire {

    /** Octets in a line; RFC 4954 4 wants this much for responses. */
    private static final int MAX_LINE = 12_288;

    /** No client needs more to notice that there is no end. */
    private static final int MAX_FLOOD = 64 * 1024 * 1024;

    private static final int FLOOD_CHUNK = 8 * 1024;
    private static final int DRAIN_MILLIS = 500;

    private final Socket base;
    private Socket socket;
    private final StringBuilder unsent = new StringBuilder();
    private Duration pause = Duration.ZERO;
    private byte[] received = new byte[0];
    private SessionEvent.@Nullable Kind ending;

    Wire(Socket base) {
        this.base = base;
        this.socket = base;
    }

    boolean isOpen() {
        return ending == null;
    }

    /** How the conversation ended; that the client left when nobody else ended it. */
    SessionEvent.Kind ending() {
        return ending == null ? SessionEvent.Kind.LEFT : ending;
    }

    boolean isEncrypted() {
        return socket != base;
    }

    /** Keeps octets for the next {@link #flush()}. */
    void queue(String octets) {
        unsent.append(octets);
    }

    /** Sends what is queued: in one write, or octet by octet where {@link #drip} says so. */
    void flush() throws IOException {
        byte[] octets = Octets.bytes(unsent.toString());
        unsent.setLength(0);
        int step = pause.isZero() ? octets.length : 1;
        for (int position = 0; position < octets.length; position += step) {
            pause(pause);
            socket.getOutputStream().write(octets, position, step);
            socket.getOutputStream().flush();
        }
    }

    /** Sends what is queued, and from now on pauses before each octet; zero ends that. */
    void drip(Duration pauseBeforeEach) throws IOException {
        flush();
        pause = pauseBeforeEach;
    }

    void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is being stopped");
        }
    }

    /** The next line without its end, or null when the client has left or made the line too long. */
    @Nullable
    String readLine() throws IOException {
        byte @Nullable [] line = readOctets();
        if (line == null) {
            return null;
        }
        int end = line.length - 1;
        boolean hasCarriageReturn = end > 0 && line[end - 1] == '\r';
        return new String(line, 0, hasCarriageReturn ? end - 1 : end, StandardCharsets.UTF_8);
    }

    /** The next line with its end, or null when the client has left or made the line too long. */
    byte @Nullable [] readOctets() throws IOException {
        flush();
        int lineEnd = indexOfLineFeed(0);
        while (lineEnd < 0) {
            int known = received.length;
            if (known > MAX_LINE) {
                queue("500 5.5.2 Error: line too long\r\n");
                close();
                return null;
            }
            if (!fill()) {
                ending = SessionEvent.Kind.LEFT;
                return null;
            }
            lineEnd = indexOfLineFeed(known);
        }
        return take(lineEnd + 1);
    }

    /** Up to so many octets, as many as come at once; none when the client has left. */
    byte[] readSome(int most) throws IOException {
        flush();
        if (received.length == 0 && !fill()) {
            ending = SessionEvent.Kind.LEFT;
        }
        return take(Math.min(most, received.length));
    }

    /** Waits for octets and takes all that are there; 0 when the client has left. */
    int hear() throws IOException {
        flush();
        if (received.length == 0 && !fill()) {
            ending = SessionEvent.Kind.LEFT;
        }
        int count = received.length;
        received = new byte[0];
        return count;
    }

    /**
     * Performs a handshake. What the client sent too early in clear is taken for its beginning, and breaks it.
     *
     * @return the version and the cipher suite that were agreed on
     */
    String startTls(SSLContext context) throws IOException {
        flush();
        byte[] early = received;
        received = new byte[0];
        SSLSocket encrypted =
                (SSLSocket) context.getSocketFactory().createSocket(base, new ByteArrayInputStream(early), false);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        socket = encrypted;
        return encrypted.getSession().getProtocol() + " "
                + encrypted.getSession().getCipherSuite();
    }

    /** Takes leave so that all that was sent arrives: unread input would turn the close into a reset. */
    void close() throws IOException {
        ending = SessionEvent.Kind.CLOSED;
        endOutput();
        base.setSoTimeout(DRAIN_MILLIS);
        try {
            while (base.getInputStream().read(new byte[FLOOD_CHUNK]) >= 0) {
                // Thrown away: the conversation is over.
            }
        } finally {
            base.close();
        }
    }

    /** Says that nothing more will come, and throws away what the client says until it leaves. */
    void halfClose() throws IOException {
        ending = SessionEvent.Kind.HALF_CLOSED;
        endOutput();
        while (base.getInputStream().read(new byte[FLOOD_CHUNK]) >= 0) {
            // Thrown away: the client may take its time to notice.
        }
    }

    /** Ends the connection with RST instead of FIN. */
    void reset() throws IOException {
        ending = SessionEvent.Kind.RESET;
        flush();
        base.setSoLinger(true, 0);
        base.close();
    }

    /** Throws away what the client says until it leaves. */
    void awaitEnd() throws IOException {
        flush();
        while (fill()) {
            received = new byte[0];
        }
        ending = SessionEvent.Kind.LEFT;
    }

    /** Sends the same again and again, until the client leaves or nobody can want more. */
    void flood(String more) throws IOException {
        flush();
        byte[] chunk = Octets.bytes(more.repeat(FLOOD_CHUNK / more.length()));
        for (int sent = 0; sent < MAX_FLOOD; sent += chunk.length) {
            socket.getOutputStream().write(chunk);
        }
        close();
    }

    private void endOutput() throws IOException {
        flush();
        if (isEncrypted()) {
            socket.shutdownOutput();
        }
        base.shutdownOutput();
    }

    private byte[] take(int count) {
        byte[] taken = Arrays.copyOf(received, count);
        received = Arrays.copyOfRange(received, count, received.length);
        return taken;
    }

    private boolean fill() throws IOException {
        byte[] chunk = new byte[4096];
        int count = socket.getInputStream().read(chunk);
        if (count < 0) {
            return false;
        }
        int old = received.length;
        received = Arrays.copyOf(received, old + count);
        System.arraycopy(chunk, 0, received, old, count);
        return true;
    }

    private int indexOfLineFeed(int from) {
        for (int i = from; i < received.length; i++) {
            if (received[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
