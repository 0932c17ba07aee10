package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SimulatedTlsTest {

    private static Scenario startTls(CertificateKind kind) {
        return PlainClient.scenario("STARTTLS", "  < 220 go", "  tls " + kind.id(), "EHLO over TLS", "  < 250 secret");
    }

    /** The chain that a client sees that trusts everybody. */
    private static List<X509Certificate> chain(SimulatedServer server) throws Exception {
        try (PlainClient client = new PlainClient(server)) {
            client.reply();
            assertEquals("220 go", client.ask("STARTTLS"));
            return Trusting.chain(client.startTls(Trusting.everybody()));
        }
    }

    private static boolean isTrusted(SimulatedServer server, List<X509Certificate> chain) throws Exception {
        try {
            Trusting.managerFor(server.authority())
                    .checkServerTrusted(chain.toArray(new X509Certificate[0]), "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateKind.class,
            names = {"GOOD", "WEAK"})
    void aStrictClientAcceptsTheGoodCertificate(CertificateKind kind) throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(kind));
                PlainClient client = new PlainClient(server)) {
            client.reply();
            client.ask("EHLO a");
            client.ask("STARTTLS");
            client.startTls(Trusting.only(server.authority()));
            assertEquals("250 secret", client.ask("EHLO b"));
            assertEquals("221 2.0.0 Bye", client.ask("QUIT"));
            assertEquals(-1, client.read());
            assertEquals(
                    List.of(
                            new RecordedSession.Line("EHLO a", false),
                            new RecordedSession.Line("STARTTLS", false),
                            new RecordedSession.Line("EHLO b", true),
                            new RecordedSession.Line("QUIT", true)),
                    server.sessions().get(0).lines());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GOOD", "WEAK"})
    void aStrictClientRefusesEveryOther(CertificateKind kind) throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(kind))) {
            try (PlainClient client = new PlainClient(server)) {
                client.reply();
                client.ask("STARTTLS");
                assertThrows(SSLException.class, () -> client.startTls(Trusting.only(server.authority())));
            }
            assertTrue(chain(server).size() > 0); // the next client is served
        }
    }

    @Test
    void goodMeansRightNamesAndAFullChain() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.GOOD))) {
            List<X509Certificate> chain = chain(server);
            assertEquals(2, chain.size());
            assertEquals(List.of("mx.example.com", "localhost", "127.0.0.1"), names(chain.get(0)));
            assertTrue(isTrusted(server, chain));
            assertDoesNotThrow(() -> chain.get(1).verify(server.authority().getPublicKey()));
            Instant end = chain.get(0).getNotAfter().toInstant();
            assertEquals(63, Duration.between(Instant.now(), end).toDays());
            assertEquals("EC", chain.get(0).getPublicKey().getAlgorithm());
            assertEquals(chain, chain(server)); // made once
        }
    }

    @Test
    void selfSignedIsItsOwnIssuer() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.SELF_SIGNED))) {
            List<X509Certificate> chain = chain(server);
            assertEquals(1, chain.size());
            assertEquals(chain.get(0).getSubjectX500Principal(), chain.get(0).getIssuerX500Principal());
            assertDoesNotThrow(() -> chain.get(0).verify(chain.get(0).getPublicKey()));
        }
    }

    @Test
    void timesAreWrongByDays() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.EXPIRED))) {
            X509Certificate leaf = chain(server).get(0);
            assertThrows(CertificateExpiredException.class, leaf::checkValidity);
        }
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.NOT_YET_VALID))) {
            X509Certificate leaf = chain(server).get(0);
            assertThrows(CertificateNotYetValidException.class, leaf::checkValidity);
        }
    }

    @Test
    void theWrongNameIsTheOnlyFault() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.WRONG_NAME))) {
            List<X509Certificate> chain = chain(server);
            assertTrue(isTrusted(server, chain));
            assertEquals(List.of("www.example.net", "example.net"), names(chain.get(0)));
        }
    }

    @Test
    void theMissingIntermediateIsTheOnlyFault() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.MISSING_INTERMEDIATE))) {
            X509Certificate leaf = chain(server).get(0);
            assertEquals(1, chain(server).size());
            assertEquals(
                    "CN=Example Issuing CA 1", leaf.getIssuerX500Principal().getName());
            assertNotEquals(server.authority().getSubjectX500Principal(), leaf.getIssuerX500Principal());
        }
    }

    @Test
    void theUnknownAuthorityIsTheOnlyFault() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.UNKNOWN_CA))) {
            List<X509Certificate> chain = chain(server);
            assertEquals(2, chain.size());
            assertDoesNotThrow(() -> chain.get(0).verify(chain.get(1).getPublicKey()));
            assertEquals(
                    "CN=Unheard-of Root", chain.get(1).getIssuerX500Principal().getName());
        }
    }

    @Test
    void weakMeansAShortKey() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(startTls(CertificateKind.WEAK))) {
            List<X509Certificate> chain = chain(server);
            assertEquals(
                    1024,
                    ((RSAPublicKey) chain.get(0).getPublicKey()).getModulus().bitLength());
        }
    }

    @Test
    void speaksTlsFromTheStart() throws Exception {
        Scenario scenario = PlainClient.scenario("connect", "  tls good", "  < 220 encrypted", "NOOP", "  close");
        try (SimulatedServer server = SimulatedServer.start(scenario);
                PlainClient client = new PlainClient(server)) {
            client.startTls(Trusting.only(server.authority()));
            assertEquals(List.of("220 encrypted"), client.reply());
            client.send("NOOP\r\n");
            assertEquals(-1, client.read());
        }
    }

    @Test
    void forgetsTheLoginWhenTlsBegins() throws Exception {
        Scenario scenario = ScenarioParser.parse("test", """
                title: A test
                account: a/b
                --
                AUTH
                  login
                STARTTLS
                  < 220 go
                  tls good
                NOOP after login
                  < 250 known
                """);
        try (SimulatedServer server = SimulatedServer.start(scenario);
                PlainClient client = new PlainClient(server)) {
            client.reply();
            assertEquals("235 2.7.0 Authentication successful", client.ask("AUTH PLAIN AGEAYg=="));
            assertEquals("250 known", client.ask("NOOP"));
            client.ask("STARTTLS");
            client.startTls(Trusting.only(server.authority()));
            assertEquals("250 2.0.0 Ok", client.ask("NOOP"));
        }
    }

    @Test
    void injectsTextInTheSameWrite() throws Exception {
        Scenario scenario = ScenarioLibrary.load("starttls-injection");
        try (SimulatedServer server = SimulatedServer.start(scenario);
                PlainClient client = new PlainClient(server)) {
            client.reply();
            client.send("STARTTLS\r\n");
            assertEquals('2', client.read());
            assertTrue(client.available() >= "20 2.0.0 Ready to start TLS\r\n250 ".length());
            assertEquals("20 2.0.0 Ready to start TLS\r\n", client.rawLine());
            assertEquals("250 2.0.0 Injected in clear\r\n", client.rawLine());
            client.startTls(Trusting.only(server.authority()));
            assertTrue(client.ask("EHLO x").contains("AUTH PLAIN LOGIN"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "close", "reset", "plaintext", "alert"})
    void breaksTheHandshake(String how) throws Exception {
        try (SimulatedServer server = SimulatedServer.start(ScenarioLibrary.load("tls-handshake-" + how));
                PlainClient client = new PlainClient(server)) {
            client.reply();
            assertEquals("220 2.0.0 Ready to start TLS", client.ask("STARTTLS"));
            Exception e = assertThrows(IOException.class, () -> client.startTls(Trusting.only(server.authority())));
            assertTrue(!how.equals("alert") || e.getMessage().contains("handshake_failure"), e.getMessage());
            assertTrue(server.sessions().get(0).texts().get(1).matches("\\(\\d+ octets\\)"));
        }
    }
}
