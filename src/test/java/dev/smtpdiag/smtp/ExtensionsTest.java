package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsTest {

    private static Extensions announced(String... linesBehindTheName) {
        List<String> lines = new java.util.ArrayList<>(List.of(linesBehindTheName));
        lines.add(0, "mx.example AUTH STARTTLS");
        return Extensions.of(new Reply(new ReplyCode(250), null, lines, Set.of()));
    }

    @Test
    void theFirstLineIsTheNameOfTheServer() {
        assertEquals(List.of(), announced().all());
        assertFalse(announced().offers("AUTH"));
        assertFalse(announced().offersAuth());
    }

    @Test
    void keepsTheOrderAndTheParameters() {
        Extensions extensions = announced("PIPELINING", "SIZE 10240000", "AUTH PLAIN LOGIN");
        assertEquals(
                List.of(
                        new Extension("PIPELINING", List.of()),
                        new Extension("SIZE", List.of("10240000")),
                        new Extension("AUTH", List.of("PLAIN", "LOGIN"))),
                extensions.all());
        assertEquals("SIZE 10240000", extensions.find("size").orElseThrow().toString());
        assertEquals("PIPELINING", extensions.find("PIPELINING").orElseThrow().toString());
        assertTrue(extensions.find("DSN").isEmpty());
    }

    @Test
    void keywordsAndMechanismsInLowerCase() {
        Extensions extensions = announced("starttls", "auth plain Login", "8bitmime");
        assertTrue(extensions.offers("STARTTLS"));
        assertTrue(extensions.offers("8BitMime"));
        assertTrue(extensions.offersAuth());
        assertEquals(List.of("PLAIN", "LOGIN"), extensions.mechanisms().stream().toList());
        assertEquals("STARTTLS", extensions.all().get(0).keyword());
    }

    @Test
    void keywordsDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertTrue(announced("pipelining").offers("PIPELINING"));
            assertEquals(Set.of("LOGIN"), announced("auth login").mechanisms());
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH=PLAIN LOGIN", "auth=plain login", "AUTH= PLAIN LOGIN", "AUTH=\tPLAIN  LOGIN "})
    void theEarlyFormOfAuth(String line) {
        Extensions extensions = announced(line);
        assertTrue(extensions.offersAuth());
        assertFalse(extensions.offers("AUTH"));
        assertTrue(extensions.offers("AUTH="));
        assertEquals(List.of("PLAIN", "LOGIN"), extensions.mechanisms().stream().toList());
    }

    @Test
    void theEarlyFormWithoutAnyMechanism() {
        assertEquals(
                List.of(new Extension("AUTH=", List.of())), announced("AUTH=").all());
        assertEquals(Set.of(), announced("AUTH=").mechanisms());
    }

    @Test
    void bothFormsTogetherNameEachMechanismOnce() {
        Extensions extensions = announced("AUTH LOGIN CRAM-MD5", "AUTH=LOGIN PLAIN");
        assertEquals(
                List.of("LOGIN", "CRAM-MD5", "PLAIN"),
                extensions.mechanisms().stream().toList());
        assertEquals(2, extensions.all().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHX PLAIN", "XAUTH PLAIN", "X=AUTH=PLAIN"})
    void otherKeywordsAreNotAuth(String line) {
        assertFalse(announced(line).offersAuth());
        assertEquals(Set.of(), announced(line).mechanisms());
    }

    @Test
    void emptyLinesAndSpacesAreTolerated() {
        assertEquals(
                List.of(new Extension("SIZE", List.of("5"))),
                announced("", "   ", "  SIZE \t 5  ").all());
    }

    @Test
    void noneOffersNothing() {
        assertFalse(Extensions.NONE.offersAuth());
        assertEquals(Set.of(), Extensions.NONE.mechanisms());
    }
}
