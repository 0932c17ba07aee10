package dev.smtpdiag.session;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** A TCP connection. */
final class SocketConnection implements Connection {

    private final Socket socket;

    SocketConnection(Socket socket) {
        this.socket = socket;
    }

    @Override
    public int read(byte[] into, Duration timeout) throws IOException {
        // Zero would mean for ever.
        long millis = Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
        socket.setSoTimeout((int) millis);
        return socket.getInputStream().read(into);
    }

    @Override
    public void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to do with a socket that cannot even be closed.
        }
    }
}
