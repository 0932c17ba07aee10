package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.smtpdiag.session.Connection;
import dev.smtpdiag.session.Connector;
import dev.smtpdiag.session.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail server that somebody else wrote: logins in clear and under implicit TLS, envelopes, and never a message. */
class GreenMailTest {

    private static final String USER = "alice@example.com";

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
            })
            .withConfiguration(GreenMailConfiguration.aConfig().withUser(USER, USER, Canary.PASSWORD));

    @AfterEach
    void noMessageIsEverDelivered() {
        assertEquals(0, MAIL.getReceivedMessages().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void aGoodLoginWorks(String mechanism) {
        Invocation.Result result = inClear(mechanism, Canary.PASSWORD);
        assertEquals(0, result.exit(), result.out());
        assertTrue(result.out().contains("AUTH " + mechanism), result.out());
        assertTrue(result.out().contains("What you asked for works: login works"), result.out());
        assertEquals(List.of(), Canary.leaks(result.out() + result.err()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void aBadLoginIsRejected(String mechanism) {
        Invocation.Result result = inClear(mechanism, Canary.PASSWORD + "x");
        assertEquals(28, result.exit(), result.out());
        assertTrue(result.out().contains("✗ AUTH " + mechanism), result.out());
        assertTrue(result.out().contains("auth.rejected"), result.out());
        assertEquals(List.of(), Canary.leaks(result.out() + result.err()));
    }

    @Test
    void withoutPermissionNothingIsSentInClear() {
        Invocation.Result result = probe(
                Environment.system(),
                Canary.PASSWORD,
                "127.0.0.1:" + MAIL.getSmtp().getPort());
        assertEquals(40, result.exit(), result.out());
        assertTrue(result.out().contains("STARTTLS"), result.out());
        assertEquals(-1, result.out().indexOf("AUTH PLAIN ****"), result.out());
    }

    @Test
    void anEnvelopeIsAcceptedAndTakenBack() {
        Invocation.Result result = probe(
                Environment.system(),
                Canary.PASSWORD,
                "127.0.0.1:" + MAIL.getSmtp().getPort(),
                "--allow-plaintext-auth",
                "--from",
                USER,
                "--to",
                "bob@example.com");
        assertEquals(0, result.exit(), result.out());
        assertTrue(result.out().contains("✓ MAIL"), result.out());
        assertTrue(result.out().contains("✓ RCPT"), result.out());
        assertTrue(result.out().contains("-> RSET"), result.out());
        assertEquals(-1, result.out().indexOf("-> DATA"), result.out());
    }

    @Test
    void anUntrustedCertificateHoldsTheLoginBack() {
        Invocation.Result result = probe(Environment.system(), Canary.PASSWORD, smtps());
        assertTrue(result.exit() == 42 || result.exit() == 43, () -> result.exit() + "\n" + result.out());
        assertTrue(result.out().contains("✗ Certificate"), result.out());
        assertTrue(result.out().contains("– AUTH"), result.out());
        assertTrue(result.out().contains("not tried: the certificate is not valid"), result.out());
        assertEquals(-1, result.out().indexOf("~> AUTH"), result.out());
        assertTrue(result.out().contains("✓ QUIT"), "the walk goes on: " + result.out());
    }

    @Test
    void insecureLogsInAndStillReportsTheCertificate() {
        Invocation.Result result = probe(Environment.system(), Canary.PASSWORD, smtps(), "--insecure");
        assertEquals(0, result.exit(), result.out());
        assertTrue(result.out().contains("! Certificate"), result.out());
        assertTrue(result.out().contains("✓ AUTH PLAIN"), result.out());
        assertTrue(result.out().contains("Also noticed"), result.out());
        assertEquals(List.of(), Canary.leaks(result.out() + result.err()));
    }

    @Test
    void aBadLoginUnderInsecureTlsIsStillAboutTheLogin() {
        Invocation.Result result = probe(Environment.system(), "wrong", smtps(), "--insecure");
        assertEquals(28, result.exit(), result.out());
        assertTrue(result.out().contains("auth.rejected"), result.out());
    }

    private static String smtps() {
        return "smtps://127.0.0.1:" + MAIL.getSmtps().getPort();
    }

    private static Invocation.Result inClear(String mechanism, String password) {
        Environment real = Environment.system();
        Connector connector = mechanism.equals("PLAIN") ? real.connector() : withoutPlain(real.connector());
        Environment world =
                new Environment(real.resolver(), connector, real.authorities(), real.clock(), real.nanoClock());
        return probe(world, password, "127.0.0.1:" + MAIL.getSmtp().getPort(), "--allow-plaintext-auth");
    }

    private static Invocation.Result probe(Environment world, String password, String target, String... options) {
        List<String> arguments = new ArrayList<>(List.of("probe", target, "-v", "--user", USER));
        arguments.addAll(List.of("--password-env", "MAILPW", "--ehlo", "client.example.org"));
        arguments.addAll(List.of(options));
        return Invocation.of(arguments.toArray(new String[0]))
                .with("MAILPW", password)
                .probe(() -> world);
    }

    /** GreenMail always offers PLAIN as well, which we prefer; we are made to overlook it. */
    private static Connector withoutPlain(Connector real) {
        return (endpoint, timeout) -> {
            Connector.Opened opened = real.open(endpoint, timeout);
            return new Connector.Opened(new WithoutPlain(opened.connection()), opened.local());
        };
    }

    private record WithoutPlain(Connection real) implements Connection {
        @Override
        public int read(byte[] into, Duration timeout) throws IOException {
            int count = real.read(into, timeout);
            if (count < 0) {
                return count;
            }
            String text = new String(into, 0, count, StandardCharsets.ISO_8859_1);
            byte[] changed = text.replace(" PLAIN", "").getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(changed, 0, into, 0, changed.length);
            return changed.length;
        }

        @Override
        public void write(byte[] octets) throws IOException {
            real.write(octets);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
