package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.session.Connection;
import dev.smtpdiag.session.Connector;
import dev.smtpdiag.transcript.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An SMTP server that answers the first message of a TLS handshake as it is told, and never finishes a handshake. */
public final class FakeServer implements Connector {

    /**
     * What it accepts in one version.
     *
     * @param suites codes, in its order
     * @param groups codes, in its order
     * @param clientOrder whether the client's order decides
     */
    record Accepts(List<Integer> suites, List<Integer> groups, boolean clientOrder) {}

    final Map<ProtocolVersion, Accepts> versions = new EnumMap<>(ProtocolVersion.class);
    boolean renegotiation = true;
    boolean masterSecret = true;
    boolean compression;
    int dhBits = 2048;
    private boolean implicit;
    private boolean leaves;
    private boolean silent;
    private int calm = Integer.MAX_VALUE;
    private int upset;
    private int connections;

    public FakeServer accepts(ProtocolVersion version, List<Integer> suites, List<Integer> groups) {
        versions.put(version, new Accepts(suites, groups, false));
        return this;
    }

    FakeServer inTheOrderOfTheClient() {
        versions.replaceAll((version, old) -> new Accepts(old.suites(), old.groups(), true));
        return this;
    }

    /** TLS comes first. */
    FakeServer implicit() {
        implicit = true;
        return this;
    }

    /** Knows nothing of RFC 5746 and RFC 7627, and compresses. */
    public FakeServer old(int primeBits) {
        renegotiation = false;
        masterSecret = false;
        compression = true;
        dhBits = primeBits;
        return this;
    }

    /** Closes the connection where others send an alert. */
    FakeServer leavesInsteadOfAnAlert() {
        leaves = true;
        return this;
    }

    FakeServer staysSilent() {
        silent = true;
        return this;
    }

    /** After so many connections greets so many with 421. */
    public FakeServer turnsAway(int after, int times) {
        calm = after;
        upset = times;
        return this;
    }

    int connections() {
        return connections;
    }

    @Override
    public Opened open(Endpoint endpoint, Duration timeout) {
        connections++;
        boolean busy = connections > calm && upset > 0;
        if (busy) {
            upset--;
        }
        return new Opened(new Line(busy), new Endpoint("192.0.2.9", 40000));
    }

    private final class Line implements Connection {

        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private final StringBuilder line = new StringBuilder();
        private boolean tls = implicit;
        private boolean closed;

        Line(boolean busy) {
            if (busy) {
                say("421 4.7.0 Too many connections\r\n");
                closed = true;
            } else if (!implicit) {
                say("220 mail.example.com ESMTP\r\n");
            }
        }

        @Override
        public int read(byte[] into, Duration timeout) throws IOException {
            byte[] all = said.toByteArray();
            if (all.length == 0 && closed) {
                return -1;
            }
            if (all.length == 0) {
                throw new SocketTimeoutException("nothing to say");
            }
            int count = Math.min(into.length, all.length);
            System.arraycopy(all, 0, into, 0, count);
            said.reset();
            said.write(all, count, all.length - count);
            return count;
        }

        @Override
        public void write(byte[] octets) {
            if (closed) {
                return;
            }
            if (tls) {
                handshake(octets);
                return;
            }
            line.append(new String(octets, StandardCharsets.US_ASCII));
            if (line.indexOf("\r\n") >= 0) {
                answer(line.substring(0, line.indexOf("\r\n")));
                line.setLength(0);
            }
        }

        @Override
        public void close() {
            closed = true;
        }

        private void answer(String command) {
            switch (command.split(" ")[0]) {
                case "EHLO" -> say("250-mail.example.com\r\n250 STARTTLS\r\n");
                case "STARTTLS" -> {
                    say("220 Go ahead\r\n");
                    tls = true;
                }
                case "QUIT" -> say("221 Bye\r\n");
                default -> say("502 What\r\n");
            }
        }

        private void handshake(byte[] octets) {
            if (octets[0] != 22 || silent) {
                return;
            }
            byte[] flight = FakeFlight.answer(octets, FakeServer.this);
            if (flight.length == 0) {
                closed = true;
                if (!leaves) {
                    said.writeBytes(new byte[] {21, 3, 1, 0, 2, 2, 40});
                }
                return;
            }
            said.writeBytes(flight);
        }

        private void say(String text) {
            said.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
