package dev.smtpdiag.session.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Target;
import dev.smtpdiag.session.Connection;
import dev.smtpdiag.session.FakeClock;
import dev.smtpdiag.session.tls.TestAuthority.Days;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsConnectionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(9);
    private static final int ALL = Integer.MAX_VALUE / 2;
    private static final TestAuthority LEAF = TestChains.intermediate().leaf(Days.GOOD, "mail.example");
    private static final SSLContext SERVER = TestChains.server(LEAF, TestChains.intermediate());
    private static final byte[] SILENCE = new byte[0];

    private static final TlsOffer OFFER = new TlsOffer(
            new Target("mail.example", 25, Optional.empty()),
            Optional.of("mail.example"),
            List.of(),
            List.of(),
            Optional.empty());

    private final FakeClock clock = new FakeClock();

    private Handshake handshake(Connection below) {
        return new TlsClient(clock).handshake(below, OFFER, TIMEOUT);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] read(Connection connection) throws IOException {
        byte[] room = new byte[100];
        return Arrays.copyOf(room, connection.read(room, TIMEOUT));
    }

    private MemoryPeer saying(String text) {
        return new MemoryPeer(octets -> SILENCE, clock, ALL).sends(latin1(text));
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, 1000000", "TLSv1.3, 7", "TLSv1.3, 1", "TLSv1.2, 1000000", "TLSv1.2, 1"})
    void establishesAndTalks(String protocol, int portion) throws IOException {
        SSLEngine engine = SERVER.createSSLEngine();
        engine.setEnabledProtocols(new String[] {protocol});
        TlsServerEnd server = new TlsServerEnd(engine);
        MemoryPeer peer = new MemoryPeer(server::receive, clock, portion);
        Handshake handshake = handshake(peer);
        Handshake.Established established = assertInstanceOf(Handshake.Established.class, handshake.result());
        assertEquals(protocol, established.protocol());
        assertTrue(established.cipherSuite().startsWith("TLS_"), established.cipherSuite());
        assertEquals(TestChains.chain(LEAF, TestChains.intermediate()), handshake.chain());
        try (Connection connection = handshake.connection()) {
            connection.write(latin1("EHLO x\r\n"));
            assertArrayEquals(latin1("EHLO x\r\n"), server.takeDecrypted());
            peer.sends(server.encrypt(latin1("250 a\r\n")));
            assertArrayEquals(latin1("250 a\r\n"), read(connection));
            assertThrows(SocketTimeoutException.class, () -> read(connection));
            peer.sends(server.encrypt(latin1("250 b\r\n")));
            assertArrayEquals(latin1("250 b\r\n"), read(connection), "a time-out loses nothing");
            peer.sends(server.closeNotify());
            assertEquals(-1, connection.read(new byte[1], TIMEOUT));
        }
        assertTrue(peer.isClosed());
    }

    @Test
    void aLongAnswerIsReadInParts() throws IOException {
        TlsServerEnd server = new TlsServerEnd(SERVER);
        MemoryPeer peer = new MemoryPeer(server::receive, clock, 1500);
        Connection connection = handshake(peer).connection();
        byte[] sent = latin1("x".repeat(40_000));
        peer.sends(server.encrypt(sent)).ends();
        int count = 0;
        byte[] room = new byte[777];
        for (int more = connection.read(room, TIMEOUT); more > 0; more = connection.read(room, TIMEOUT)) {
            count += more;
        }
        assertEquals(sent.length, count);
        connection.close();
    }

    @Test
    void theServerHearsThatWeLeave() {
        TlsServerEnd server = new TlsServerEnd(SERVER);
        MemoryPeer peer = new MemoryPeer(server::receive, clock, ALL);
        Connection connection = handshake(peer).connection();
        int before = peer.written().length;
        connection.close();
        assertTrue(peer.written().length > before, "close_notify");
        assertTrue(peer.isClosed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 mx.example ESMTP\r\n", "HTTP/1.1 400 Bad Request\r\n", "500 5.5.1 what?\r\n"})
    void aPlainAnswerIsKept(String answer) {
        Handshake.Failed failed = assertInstanceOf(
                Handshake.Failed.class, handshake(saying(answer)).result());
        assertArrayEquals(latin1(answer), failed.plaintext());
        assertNull(failed.alert());
    }

    @Test
    void notAllOfALongPlainAnswerIsKept() {
        Handshake.Failed failed = assertInstanceOf(
                Handshake.Failed.class, handshake(saying("y".repeat(100_000))).result());
        assertArrayEquals(latin1("y".repeat(512)), failed.plaintext());
    }

    @Test
    void aPlainAnswerTooShortToTellIsKeptToo() {
        Handshake.Failed failed = assertInstanceOf(
                Handshake.Failed.class, handshake(saying("220")).result());
        assertArrayEquals(latin1("220"), failed.plaintext());
    }

    @Test
    void silenceEndsAtTheDeadline() {
        long before = clock.getAsLong();
        Handshake handshake = handshake(new MemoryPeer(octets -> SILENCE, clock, ALL));
        assertInstanceOf(Handshake.Silent.class, handshake.result());
        assertEquals(List.of(), handshake.chain());
        assertEquals(TIMEOUT.toNanos(), clock.getAsLong() - before);
    }

    @Test
    void oneDeadlineForTheWholeHandshake() {
        TlsServerEnd server = new TlsServerEnd(SERVER);
        MemoryPeer peer = new MemoryPeer(server::receive, clock, 1);
        Connection slow = new Connection() {
            @Override
            public int read(byte[] into, Duration timeout) throws IOException {
                clock.pass(Duration.ofSeconds(1));
                return peer.read(into, timeout);
            }

            @Override
            public void write(byte[] octets) {
                peer.write(octets);
            }

            @Override
            public void close() {
                peer.close();
            }
        };
        long before = clock.getAsLong();
        assertInstanceOf(Handshake.Silent.class, handshake(slow).result());
        assertEquals(TIMEOUT.toNanos(), clock.getAsLong() - before);
    }

    @Test
    void closedBeforeAndAmidTheHandshake() {
        MemoryPeer atOnce = new MemoryPeer(octets -> SILENCE, clock, ALL).ends();
        assertEquals(new Handshake.Closed(false), handshake(atOnce).result());
        TlsServerEnd server = new TlsServerEnd(SERVER);
        MemoryPeer amid = new MemoryPeer(octets -> Arrays.copyOf(server.receive(octets), 60), clock, ALL).ends();
        assertEquals(new Handshake.Closed(false), handshake(amid).result());
    }

    @Test
    void resetInTheHandshake() {
        Connection resetting = new Connection() {
            @Override
            public int read(byte[] into, Duration timeout) throws IOException {
                throw new SocketException("Connection reset");
            }

            @Override
            public void write(byte[] octets) {
                // Accepted by the system, at least.
            }

            @Override
            public void close() {
                // Is closed already.
            }
        };
        assertEquals(new Handshake.Closed(true), handshake(resetting).result());
    }

    @ParameterizedTest
    @CsvSource({"40, handshake_failure", "70, protocol_version", "112, unrecognized_name"})
    void theAlertOfTheServerIsNamed(int number, String name) {
        byte[] alert = {21, 3, 3, 0, 2, 2, (byte) number};
        MemoryPeer peer = new MemoryPeer(octets -> SILENCE, clock, ALL).sends(alert);
        Handshake.Failed failed =
                assertInstanceOf(Handshake.Failed.class, handshake(peer).result());
        assertEquals(name, failed.alert());
        assertEquals(0, failed.plaintext().length);
    }

    @Test
    void aServerThatDemandsAnOldProtocolGetsAnAlertFromUs() {
        byte[] ssl3ServerHello = new byte[5 + 4 + 38];
        System.arraycopy(new byte[] {22, 3, 0, 0, 42, 2, 0, 0, 38, 3, 0}, 0, ssl3ServerHello, 0, 11);
        MemoryPeer peer = new MemoryPeer(octets -> SILENCE, clock, ALL).sends(ssl3ServerHello);
        Handshake.Failed failed =
                assertInstanceOf(Handshake.Failed.class, handshake(peer).result());
        assertNull(failed.alert());
        assertEquals(0, failed.plaintext().length);
        byte[] written = peer.written();
        assertEquals(21, written[written.length - 7], "the last record is an alert");
    }

    @Test
    void theChainIsKeptThoughTheServerFailsLater() {
        SSLEngine engine = SERVER.createSSLEngine();
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        engine.setNeedClientAuth(true);
        TlsServerEnd server = new TlsServerEnd(engine);
        Handshake handshake = handshake(new MemoryPeer(server::receive, clock, ALL));
        Handshake.Failed failed = assertInstanceOf(Handshake.Failed.class, handshake.result());
        // Which alert is the choice of the server, here the JVM: bad_certificate up to 24, handshake_failure since.
        assertTrue(Set.of("bad_certificate", "handshake_failure").contains(failed.alert()), failed.alert());
        assertEquals(2, handshake.chain().size());
    }

    @Test
    void aBrokenRecordUnderTheDialogueIsATlsFault() {
        TlsServerEnd server = new TlsServerEnd(SERVER);
        MemoryPeer peer = new MemoryPeer(server::receive, clock, ALL);
        Connection connection = handshake(peer).connection();
        byte[] record = server.encrypt(latin1("250 a\r\n"));
        record[record.length - 1] ^= 1;
        peer.sends(record);
        assertThrows(SSLException.class, () -> connection.read(new byte[10], TIMEOUT));
    }

    @Test
    void alertsInTheWordsOfTheLibrary() {
        assertEquals("handshake_failure", Alert.in(new SSLException("Received fatal alert: handshake_failure")));
        assertEquals("unknown_ca", Alert.in(new SSLException("(unknown_ca) Received fatal alert: unknown_ca")));
        assertNull(Alert.in(new SSLException("Remote host terminated the handshake")));
        assertNull(Alert.in(new SSLException((String) null)));
    }

    @Test
    void warmingUpChangesNothing() {
        TlsClient.warmUp();
        TlsServerEnd server = new TlsServerEnd(SERVER);
        assertInstanceOf(
                Handshake.Established.class,
                handshake(new MemoryPeer(server::receive, clock, ALL)).result());
    }
}
