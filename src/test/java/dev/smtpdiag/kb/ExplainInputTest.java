package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.InputMatch.Port;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What people paste, and what it is about. */
class ExplainInputTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/smtpdiag/kb/explain-inputs.tsv", delimiter = '\t', quoteCharacter = '\0')
    void readsWhatPeoplePaste(String expected, String input) {
        assertEquals(expected, names(InputReader.read(input)), input);
    }

    @Test
    void linesOfOneReplyAreOneTopic() {
        assertEquals("550 5.1.1", names(InputReader.read("550-No such user\n550-5.1.1 here\n550 see our page")));
    }

    @Test
    void theReplyToEhloIsAboutItsExtensions() {
        String reply = "250-mx.example.com\n250-SIZE 35882577\n250-AUTH PLAIN LOGIN\n250-XYZZY\n250 HELP";
        assertEquals("SIZE [35882577] | AUTH [PLAIN, LOGIN] | HELP []", names(InputReader.read(reply)));
    }

    @Test
    void extensionsBeforeARefusalAreLeftOut() {
        String session = "250-mx\n250-STARTTLS\n250 AUTH PLAIN\nSTARTTLS\n454 4.7.0 TLS not available";
        assertEquals("454 4.7.0", names(InputReader.read(session)));
        assertEquals("STARTTLS [] | 454", names(InputReader.read("STARTTLS\n454")), "both were asked for");
    }

    @Test
    void successThatLedUpToAFailureIsLeftOut() {
        String session = "220 mx ESMTP\nEHLO me\n250-mx\n250 AUTH PLAIN\nAUTH PLAIN AGEAYg==\n535 5.7.8 Error\n221 Bye";
        assertEquals("535 5.7.8", names(InputReader.read(session)));
        assertEquals("220 | 535", names(InputReader.read("220\n535")), "codes alone were asked for");
    }

    @Test
    void tellsWhichPartMatched() {
        InputMatch match = InputReader.read("smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error')")
                .get(0);
        assertEquals("535, b'5.7.8 Error'", assertInstanceOf(Codes.class, match).matched());
        InputMatch quoted = InputReader.read("got '550 5.1.1 Unknown' from mx").get(0);
        assertEquals("550 5.1.1 Unknown", assertInstanceOf(Codes.class, quoted).matched());
    }

    @Test
    void anyTextHasAnAnswer() {
        Random random = new Random(535);
        String alphabet = "0123456789245.-:;,()[]'\"b# \t\nabcdsmtp\u0000é授";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertFalse(InputReader.read(text.toString()).isEmpty());
        }
    }

    private static String names(List<InputMatch> matches) {
        StringBuilder names = new StringBuilder();
        for (InputMatch match : matches) {
            names.append(names.length() == 0 ? "" : " | ").append(name(match));
        }
        return names.toString();
    }

    private static String name(InputMatch match) {
        if (match instanceof Port port) {
            return "port " + port.number();
        }
        if (match instanceof Announced announced) {
            return announced.topic().name() + " " + announced.parameters();
        }
        if (match instanceof Mechanism mechanism) {
            return "mechanism " + mechanism.topic().name();
        }
        if (match instanceof Nothing nothing) {
            return nothing.reason().toString();
        }
        Codes codes = (Codes) match;
        String reply = codes.reply() == null ? "" : codes.reply().name();
        String enhanced = codes.enhanced() == null ? "" : codes.enhanced().name();
        return (reply + " " + enhanced).strip();
    }
}
