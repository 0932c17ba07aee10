package dev.smtpdiag.session.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.smtp.MechanismNeed;
import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;

class ScramSaslClientTest {

    private static final Credentials LOGIN = new Credentials("user", Secret.of("pencil"));
    private static final ChannelBinding BINDING = new ChannelBinding("tls-server-end-point", new byte[] {1, 2, 3});

    private static Login login(Optional<ChannelBinding> binding) {
        return new Login(LOGIN, "mail.example", 587, false, () -> binding);
    }

    private static String say(SaslClient client, String challenge) throws SaslException {
        return new String(client.evaluateChallenge(challenge.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static String first(String clientFirst) {
        String nonce = clientFirst.substring(clientFirst.indexOf("r=") + 2);
        return "r=" + nonce + "more,s=" + Base64.getEncoder().encodeToString("salt".getBytes(StandardCharsets.UTF_8))
                + ",i=4096";
    }

    @Test
    void showsNoPasswordAndAsksForAProof() throws SaslException {
        SaslClient client = Mechanisms.client("SCRAM-SHA-256", login(Optional.empty()));
        String begin = say(client, "");
        assertTrue(begin.startsWith("n,,n=user,r="), begin);
        String proof = say(client, first(begin));
        assertTrue(proof.startsWith("c=biws,r=") && proof.contains(",p="), proof);
        assertFalse(client.isComplete(), "not before the server has proved itself");
        assertThrows(ServerUnprovenException.class, () -> say(client, "v=" + "A".repeat(43) + "="));
        assertFalse(client.isComplete());
    }

    @Test
    void bindsTheLoginToTheSession() throws SaslException {
        SaslClient client = Mechanisms.client("SCRAM-SHA-256-PLUS", login(Optional.of(BINDING)));
        String begin = say(client, "");
        assertTrue(begin.startsWith("p=tls-server-end-point,,n=user,r="), begin);
        String proof = say(client, first(begin));
        byte[] bound = Base64.getDecoder().decode(proof.substring(2, proof.indexOf(',')));
        assertEquals("p=tls-server-end-point,,\1\2\3", new String(bound, StandardCharsets.ISO_8859_1));
    }

    @Test
    void needsSomethingToBindTo() {
        assertEquals(
                Optional.of(MechanismNeed.CHANNEL_BINDING),
                Mechanisms.missing("SCRAM-SHA-1-PLUS", login(Optional.empty())));
        assertEquals(Optional.empty(), Mechanisms.missing("SCRAM-SHA-1-PLUS", login(Optional.of(BINDING))));
    }

    @Test
    void refusalsAreLeftToTheReply() throws SaslException {
        SaslClient client = Mechanisms.client("SCRAM-SHA-1", login(Optional.empty()));
        say(client, first(say(client, "")));
        assertEquals("", say(client, "e=invalid-proof"));
        assertFalse(client.isComplete());
    }

    @Test
    void doesNotWorkForMinutes() throws SaslException {
        SaslClient client = Mechanisms.client("SCRAM-SHA-256", login(Optional.empty()));
        String many = first(say(client, "")).replace("i=4096", "i=2147483647");
        assertThrows(SaslException.class, () -> say(client, many));
    }

    @Test
    void whatIsNoScramIsRefused() throws SaslException {
        for (String nonsense :
                new String[] {"", "r=", "r=x,s=!,i=1", "i=0,s=a,r=b", "\0\0", "r=a,s=YQ==,i=99999999999"}) {
            SaslClient client = Mechanisms.client("SCRAM-SHA-256", login(Optional.empty()));
            say(client, "");
            assertThrows(SaslException.class, () -> say(client, nonsense), nonsense);
        }
    }
}
