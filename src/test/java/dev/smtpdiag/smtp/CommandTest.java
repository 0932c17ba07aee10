package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {

    private static final String ENCODED = "AHVzZXIAc2VjcmV0LWNhbmFyeQ==";

    private static Stream<Arguments> open() {
        return Stream.of(
                Arguments.of(new Command.Ehlo("client.example"), "EHLO client.example"),
                Arguments.of(new Command.Helo("[192.0.2.9]"), "HELO [192.0.2.9]"),
                Arguments.of(new Command.StartTls(), "STARTTLS"),
                Arguments.of(new Command.Auth("LOGIN", null), "AUTH LOGIN"),
                Arguments.of(new Command.AuthResponse("*"), "*"),
                Arguments.of(new Command.Mail(""), "MAIL FROM:<>"),
                Arguments.of(new Command.Mail("a@example.com"), "MAIL FROM:<a@example.com>"),
                Arguments.of(new Command.Rcpt("b@example.com"), "RCPT TO:<b@example.com>"),
                Arguments.of(new Command.Rset(), "RSET"),
                Arguments.of(new Command.Quit(), "QUIT"));
    }

    @ParameterizedTest
    @MethodSource("open")
    void commandsWithoutSecretsAreShownAsSent(Command command, String line) {
        assertEquals(line, command.wire());
        assertEquals(line, command.display());
    }

    @Test
    void anInitialResponseIsMasked() {
        Command auth = new Command.Auth("PLAIN", ENCODED);
        assertEquals("AUTH PLAIN " + ENCODED, auth.wire());
        assertEquals("AUTH PLAIN " + Secret.MASK, auth.display());
        assertEquals("AUTH PLAIN " + Secret.MASK, auth.toString());
    }

    @Test
    void anEmptyInitialResponseIsMaskedToo() {
        assertEquals("AUTH EXTERNAL =", new Command.Auth("EXTERNAL", "=").wire());
        assertEquals("AUTH EXTERNAL " + Secret.MASK, new Command.Auth("EXTERNAL", "=").display());
    }

    @Test
    void aResponseIsMasked() {
        Command response = new Command.AuthResponse(ENCODED);
        assertEquals(ENCODED, response.wire());
        assertEquals(Secret.MASK, response.display());
        assertEquals(Secret.MASK, response.toString());
    }

    @Test
    void theMaskTellsNoLength() {
        assertEquals(new Command.AuthResponse("YQ==").display(), new Command.AuthResponse(ENCODED).display());
        assertEquals(
                Secret.of("a").toString(), Secret.of("a much longer secret").toString());
    }

    @Test
    void aSecretShowsItselfOnlyWhenAsked() {
        Secret secret = Secret.of("pässwörd€");
        assertEquals(Secret.MASK, secret.toString());
        assertEquals(Secret.MASK, String.valueOf(secret));
        assertEquals("pässwörd€", secret.reveal());
        assertEquals(
                Arrays.toString(new byte[] {
                    'p',
                    (byte) 0xc3,
                    (byte) 0xa4,
                    's',
                    's',
                    'w',
                    (byte) 0xc3,
                    (byte) 0xb6,
                    'r',
                    'd',
                    (byte) 0xe2,
                    (byte) 0x82,
                    (byte) 0xac
                }),
                Arrays.toString(secret.octets()));
        assertFalse(secret.isEmpty());
        assertEquals(true, Secret.of("").isEmpty());
    }
}
