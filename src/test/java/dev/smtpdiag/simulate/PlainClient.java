package dev.smtpdiag.simulate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client that does what it is told, and waits five seconds at most. */
final class PlainClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    private Socket socket;

    PlainClient(SimulatedServer server) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A scenario of which only the script matters. */
    static Scenario scenario(String... lines) {
        return ScenarioParser.parse("test", "title: A test\n--\n" + String.join("\n", lines) + "\n");
    }

    /** One octet, or -1. */
    int read() throws IOException {
        return socket.getInputStream().read();
    }

    int available() throws IOException {
        return socket.getInputStream().available();
    }

    /** One line with its end, or what there is of it when the server leaves. */
    String rawLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = read();
        while (c >= 0) {
            line.append((char) c);
            if (c == '\n') {
                break;
            }
            c = read();
        }
        return line.toString();
    }

    /** All lines of one reply, without their ends. */
    List<String> reply() throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = rawLine().stripTrailing();
            lines.add(line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return lines;
    }

    void send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Sends a command and returns its reply, the lines joined by a slash. */
    String ask(String command) throws IOException {
        send(command + "\r\n");
        return String.join("/", reply());
    }

    /** Performs a handshake, checking the name as well. */
    SSLSocket startTls(SSLContext context) throws IOException {
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", 25, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        socket = encrypted;
        return encrypted;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
