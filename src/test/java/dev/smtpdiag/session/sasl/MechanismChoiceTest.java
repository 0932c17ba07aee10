package dev.smtpdiag.session.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.AuthWishes.Choice;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.smtp.MechanismNeed;
import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;

class MechanismChoiceTest {

    private static final Secret NONE = Secret.of("");
    private static final Login PASSWORD = login(new Credentials("user", Secret.of("secret")), false);
    private static final Login TOKEN = login(new Credentials("u,s=r", NONE, Secret.of("tok")), false);

    private static Login login(Credentials credentials, boolean certificate) {
        return new Login(credentials, "mail.example", 587, certificate, Optional::empty);
    }

    private static MechanismChoice choose(Choice choice, Login login, boolean lax, String offered, String... named) {
        AuthWishes wishes = new AuthWishes(choice, List.of(named), 3, lax, false, Optional.empty());
        Set<String> mechanisms = new LinkedHashSet<>(List.of(offered.split(" ")));
        return MechanismChoice.of(wishes, mechanisms, login);
    }

    @Test
    void theFirstOfferedOfThoseThatAreNamed() {
        assertEquals(
                List.of("CRAM-MD5", "LOGIN"),
                choose(Choice.NAMED, PASSWORD, false, "LOGIN PLAIN CRAM-MD5", "NTLM", "CRAM-MD5", "LOGIN")
                        .usable());
        assertEquals(
                List.of("LOGIN", "NTLM"),
                choose(Choice.NAMED, PASSWORD, true, "LOGIN", "NTLM", "LOGIN").usable());
    }

    @Test
    void theStrongestFirst() {
        assertEquals(
                List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN", "LOGIN", "CRAM-MD5"),
                choose(Choice.ANY, PASSWORD, false, "CRAM-MD5 LOGIN PLAIN NTLM SCRAM-SHA-1 SCRAM-SHA-256")
                        .usable());
        assertEquals(
                List.of("EXTERNAL", "PLAIN"),
                choose(Choice.ANY, login(PASSWORD.credentials(), true), false, "PLAIN EXTERNAL")
                        .usable());
    }

    @Test
    void eachOfThemAndWhatTheOthersNeed() {
        MechanismChoice each =
                choose(Choice.EACH, PASSWORD, false, "PLAIN XOAUTH2 EXTERNAL ANONYMOUS SCRAM-SHA-256-PLUS NTLM XYZ");
        assertEquals(List.of("PLAIN", "NTLM"), each.usable());
        assertEquals(
                Map.of(
                        "XOAUTH2", MechanismNeed.TOKEN,
                        "EXTERNAL", MechanismNeed.CERTIFICATE,
                        "ANONYMOUS", MechanismNeed.NAME,
                        "SCRAM-SHA-256-PLUS", MechanismNeed.CHANNEL_BINDING,
                        "XYZ", MechanismNeed.SUPPORT),
                each.unusable());
    }

    @Test
    void aTokenIsUsedWhereThereIsOne() {
        assertEquals(
                List.of("XOAUTH2", "OAUTHBEARER"),
                choose(Choice.USUAL, TOKEN, false, "PLAIN OAUTHBEARER XOAUTH2").usable());
        assertEquals(
                Map.of("PLAIN", MechanismNeed.PASSWORD),
                choose(Choice.USUAL, TOKEN, false, "PLAIN").unusable());
    }

    @Test
    void tokensInTheirFrames() throws SaslException {
        SaslClient google = Mechanisms.client("XOAUTH2", TOKEN);
        assertEquals("user=u,s=r\1auth=Bearer tok\1\1", text(google.evaluateChallenge(new byte[0])));
        assertEquals("", text(google.evaluateChallenge(new byte[] {'{', '}'})));
        assertThrows(SaslException.class, () -> google.evaluateChallenge(new byte[0]));
        SaslClient bearer = Mechanisms.client("OAUTHBEARER", TOKEN);
        assertEquals(
                "n,a=u=2Cs=3Dr,\1host=mail.example\1port=587\1auth=Bearer tok\1\1",
                text(bearer.evaluateChallenge(new byte[0])));
        assertEquals("\1", text(bearer.evaluateChallenge(new byte[] {'{', '}'})));
    }

    @Test
    void namesAndGuests() throws SaslException {
        Login guest = login(Credentials.without("me@example.com"), true);
        assertEquals(
                "me@example.com", text(Mechanisms.client("ANONYMOUS", guest).evaluateChallenge(new byte[0])));
        assertEquals("me@example.com", text(Mechanisms.client("EXTERNAL", guest).evaluateChallenge(new byte[0])));
        Login nameless = login(Credentials.without(""), true);
        assertEquals("", text(Mechanisms.client("EXTERNAL", nameless).evaluateChallenge(new byte[0])));
    }

    @Test
    void withoutATicketThereIsNoKerberos() {
        assertThrows(SaslException.class, () -> Mechanisms.client("GSSAPI", PASSWORD));
    }

    @Test
    void proofsAreSecretsToo() {
        Base64.Encoder base64 = Base64.getEncoder();
        String scram = base64.encodeToString("c=biws,r=abc,p=cHJvb2Y=".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("cHJvb2Y=", scram),
                Proofs.in("SCRAM-SHA-256", scram).stream().map(Secret::reveal).toList());
        String cram = base64.encodeToString("user b913a602".getBytes(StandardCharsets.UTF_8));
        assertEquals("b913a602", Proofs.in("CRAM-MD5", cram).get(0).reveal());
        assertEquals(List.of(), Proofs.in("PLAIN", cram));
        assertEquals(List.of(), Proofs.in("SCRAM-SHA-256", ""));
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
