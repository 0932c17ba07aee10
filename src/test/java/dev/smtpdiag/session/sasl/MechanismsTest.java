package dev.smtpdiag.session.sasl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MechanismsTest {

    private static final Credentials LOGIN = new Credentials("jörg", Secret.of("pässwörd€"));
    private static final String USER_HEX = "6ac3b67267";
    private static final String PASSWORD_HEX = "70c3a4737377c3b67264e282ac";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    private static SaslClient client(String mechanism) throws SaslException {
        return Mechanisms.client(mechanism, login(LOGIN));
    }

    private static Login login(Credentials credentials) {
        return new Login(credentials, "mail.example", 587, false, Optional::empty);
    }

    @Test
    void plainSaysItAllAtOnceInUtf8() throws SaslException {
        SaslClient client = client("PLAIN");
        assertTrue(client.hasInitialResponse());
        assertEquals("00" + USER_HEX + "00" + PASSWORD_HEX, hex(client.evaluateChallenge(new byte[0])));
        assertTrue(client.isComplete());
    }

    @Test
    void loginSaysOneAfterTheOther() throws SaslException {
        SaslClient client = client("LOGIN");
        assertEquals("LOGIN", client.getMechanismName());
        assertTrue(client.hasInitialResponse());
        assertEquals(USER_HEX, hex(client.evaluateChallenge(new byte[0])));
        assertFalse(client.isComplete());
        assertEquals(PASSWORD_HEX, hex(client.evaluateChallenge(ascii("Password:"))));
        assertTrue(client.isComplete());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Username:", "User Name\0", "USERNAME", "user:"})
    void loginSaysTheUserAgainWhenAskedAgain(String prompt) throws SaslException {
        SaslClient client = client("LOGIN");
        client.evaluateChallenge(new byte[0]);
        assertEquals(USER_HEX, hex(client.evaluateChallenge(ascii(prompt))));
        assertFalse(client.isComplete());
        assertEquals(PASSWORD_HEX, hex(client.evaluateChallenge(ascii("?"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password:", "Username:", ""})
    void loginNeverSaysThePasswordTwice(String prompt) throws SaslException {
        SaslClient client = client("LOGIN");
        client.evaluateChallenge(new byte[0]);
        client.evaluateChallenge(new byte[0]);
        assertThrows(SaslException.class, () -> client.evaluateChallenge(ascii(prompt)));
    }

    @Test
    void anEmptyPassword() throws SaslException {
        Credentials empty = new Credentials("u", Secret.of(""));
        assertArrayEquals(
                new byte[] {0, 'u', 0}, Mechanisms.client("PLAIN", login(empty)).evaluateChallenge(new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "PLAIN LOGIN|PLAIN",
                "LOGIN PLAIN|PLAIN",
                "CRAM-MD5 LOGIN|LOGIN",
                "CRAM-MD5 SCRAM-SHA-256|SCRAM-SHA-256",
                "DIGEST-MD5 CRAM-MD5|CRAM-MD5",
                "PLAIN|PLAIN",
                "GSSAPI NTLM|none",
                "PLAIN-CLIENTTOKEN XLOGIN|none"
            })
    void theBestThatBothKnow(String offered, String chosen) {
        MechanismChoice choice =
                MechanismChoice.of(AuthWishes.DEFAULT, new LinkedHashSet<>(List.of(offered.split(" "))), login(LOGIN));
        assertEquals(Optional.ofNullable(chosen), choice.usable().stream().findFirst());
    }

    @Test
    void aMechanismThatNobodyHas() {
        SaslException refusal = assertThrows(SaslException.class, () -> client("X-NOBODY"));
        assertEquals("this Java runtime has no mechanism X-NOBODY", refusal.getMessage());
    }

    @Test
    void loginHasNoSecurityLayer() throws SaslException {
        SaslClient client = client("LOGIN");
        assertThrows(IllegalStateException.class, () -> client.wrap(new byte[0], 0, 0));
        assertThrows(IllegalStateException.class, () -> client.unwrap(new byte[0], 0, 0));
        assertThrows(IllegalStateException.class, () -> client.getNegotiatedProperty("x"));
    }
}
