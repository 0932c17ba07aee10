package dev.smtpdiag.session;

import dev.smtpdiag.transcript.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Opens TCP connections. */
public final class SocketConnector implements Connector {

    @Override
    public Opened open(Endpoint endpoint, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            // Without this the first command under TLS waits for an acknowledgement: a whole round trip.
            socket.setTcpNoDelay(true);
            InetAddress address = InetAddress.getByName(endpoint.address());
            socket.connect(new InetSocketAddress(address, endpoint.port()), (int) Math.max(1, timeout.toMillis()));
            Endpoint local = new Endpoint(AddressText.of(socket.getLocalAddress()), socket.getLocalPort());
            return new Opened(new SocketConnection(socket), local);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
