package dev.smtpdiag.scan.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.scan.hello.ServerFlight.End;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightReaderTest {

    @Test
    void readsTheChoiceAndTheCurveOfOpenSsl() {
        ServerFlight flight = Recording.flight("tls12-ecdhe-rsa");
        ServerHello hello = flight.hello().orElseThrow();
        assertEquals(End.COMPLETE, flight.end());
        assertEquals(Optional.of(ProtocolVersion.TLS_1_2), hello.version());
        assertEquals(0xc02f, hello.suite());
        assertTrue(hello.secureRenegotiation());
        assertTrue(hello.extendedMasterSecret());
        assertTrue(hello.sessionTicket());
        assertFalse(hello.encryptThenMac(), "not with GCM");
        assertEquals(2, flight.certificates().size());
        assertEquals(Optional.of(new KeyExchange(29, 0)), KeyExchange.ecdhe(flight.keyExchange()));
        assertFalse(flight.clientCertificate());
        assertFalse(flight.stapled());
    }

    @Test
    void readsTheSizeOfAPrime() {
        ServerFlight flight = Recording.flight("tls12-dhe");
        assertEquals(Optional.of(new KeyExchange(0, 2048)), KeyExchange.dhe(flight.keyExchange()));
        assertTrue(flight.hello().orElseThrow().encryptThenMac());
    }

    @Test
    void readsTheGroupOfARetryRequest() {
        ServerHello hello = Recording.flight("tls13-retry").hello().orElseThrow();
        assertTrue(hello.retry());
        assertEquals(Optional.of(ProtocolVersion.TLS_1_3), hello.version());
        assertEquals(0x1301, hello.suite());
        assertEquals(29, hello.group());
    }

    @Test
    void noticesAStapleARequestForACertificateAndASessionId() {
        assertTrue(Recording.flight("tls12-stapled").stapled());
        assertTrue(Recording.flight("tls12-client-certificate").clientCertificate());
        assertTrue(Recording.flight("tls12-session-id").hello().orElseThrow().sessionId());
    }

    @Test
    void readsAlerts() {
        assertEquals(
                "protocol_version",
                Recording.flight("alert-protocol-version").alert().orElseThrow().name());
        assertEquals(
                "handshake_failure",
                Recording.flight("alert-handshake-failure")
                        .alert()
                        .orElseThrow()
                        .name());
        assertEquals("200", new TlsAlert(2, 200).name());
    }

    @Test
    void aWarningDoesNotEndAFlight() {
        byte[] unrecognizedName = {21, 3, 3, 0, 2, 1, 112};
        byte[] answer = Recording.of("tls10-rsa");
        byte[] both = Arrays.copyOf(unrecognizedName, unrecognizedName.length + answer.length);
        System.arraycopy(answer, 0, both, unrecognizedName.length, answer.length);
        ServerFlight flight = Recording.flight(both, 100);
        assertEquals(End.COMPLETE, flight.end());
        assertEquals(
                Optional.of(ProtocolVersion.TLS_1_0),
                flight.hello().orElseThrow().version());
    }

    /** SSLv3 has no extensions (RFC 6101 5.6.1.3); no server here speaks it, so this one is made by hand. */
    @Test
    void readsSslVersion3() {
        String hello = "0300" + "11".repeat(32) + "20" + "22".repeat(32) + "0005" + "00";
        byte[] octets = HexFormat.of().parseHex("1603000050" + "02" + "000046" + hello + "0e000000" + "ffff");
        ServerFlight flight = Recording.flight(octets, 7);
        ServerHello read = flight.hello().orElseThrow();
        assertEquals(Optional.of(ProtocolVersion.SSL_3_0), read.version());
        assertEquals(0x0005, read.suite());
        assertTrue(read.sessionId());
        assertFalse(read.secureRenegotiation());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 1000})
    void portionsDoNotMatter(int portion) {
        for (String name : new String[] {"tls12-stapled", "tls12-dhe", "tls13-retry", "tls12-session-id"}) {
            ServerFlight whole = Recording.flight(name);
            ServerFlight parts = Recording.flight(Recording.of(name), portion);
            assertEquals(whole.end(), parts.end());
            assertEquals(whole.hello(), parts.hello());
            assertEquals(whole.certificates().size(), parts.certificates().size());
            assertTrue(Arrays.equals(whole.keyExchange(), parts.keyExchange()));
        }
    }

    @Test
    void textIsNoTls() {
        ServerFlight flight = Recording.flight("plain-greeting");
        assertEquals(End.NOT_TLS, flight.end());
        assertTrue(new String(flight.start(), StandardCharsets.US_ASCII).startsWith("220"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "160303ffff", // a record that is too long
                "1603030008" + "0200000400000000", // a hello of four octets
                "1603030004" + "0e000000", // a done without a hello
                "1703030001" + "00", // data before a hello
                "1503030001" + "02", // half an alert
                "1603030004" + "02ffffff" // a message that is too long
            })
    void whatIsBrokenIsMalformed(String hex) {
        assertEquals(
                End.MALFORMED, Recording.flight(HexFormat.of().parseHex(hex), 2).end());
    }

    @Test
    void keepsWithinItsBounds() {
        byte[] record = new byte[5 + 16384];
        System.arraycopy(new byte[] {22, 3, 3, 0x40, 0, 11, 3, (byte) 0xff, (byte) 0xff}, 0, record, 0, 9);
        FlightReader reader = new FlightReader();
        reader.accept(HexFormat.of().parseHex("160300002a02000026" + "0300" + "11".repeat(32) + "00" + "0005" + "00"));
        int records = 0;
        while (!reader.accept(record)) {
            records++;
            assertTrue(records < 100, "no end");
        }
        assertEquals(End.MALFORMED, reader.flight().end());
    }

    @Test
    void aBrokenKeyExchangeIsNothing() {
        assertEquals(Optional.empty(), KeyExchange.dhe(new byte[] {1}));
        assertEquals(Optional.empty(), KeyExchange.dhe(new byte[] {1, 0, 5}));
        assertEquals(Optional.empty(), KeyExchange.ecdhe(new byte[] {3, 0}));
        assertEquals(Optional.of(new KeyExchange(0, 0)), KeyExchange.ecdhe(new byte[] {1, 0, 5}));
    }
}
