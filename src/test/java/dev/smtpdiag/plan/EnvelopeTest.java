package dev.smtpdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static String refusedSender(String path) {
        return Sentence.of(assertThrows(InvalidInputException.class, () -> new Envelope(Optional.of(path), List.of())));
    }

    private static String refusedRecipient(String path) {
        return Sentence.of(assertThrows(
                InvalidInputException.class,
                () -> new Envelope(Optional.of("a@example.com"), List.of("b@example.com", path))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "postmaster",
                "\"a b\"@example.com",
                "a+tag=x@[192.0.2.1]",
                "jörg@bücher.example",
                "a/b{c}|d~e@example.com"
            })
    void addressesThatAreSentAsTheyAre(String path) {
        Envelope envelope = new Envelope(Optional.of(path), List.of(path));
        assertEquals(Optional.of(path), envelope.from());
        assertEquals(List.of(path), envelope.to());
    }

    @Test
    void theNullReversePathIsASenderButNoRecipient() {
        assertTrue(new Envelope(Optional.of(""), List.of()).asksForMail());
        assertEquals("the recipient is empty: give an address such as bob@example.com", refusedRecipient(""));
    }

    @ParameterizedTest
    @ValueSource(chars = {'\r', '\n', 0, '\t', 0x1b, 0x7f, '<', '>'})
    void charactersThatCouldEndTheCommand(char bad) {
        String sentence = "the address has a character that no address may have at position 4: give it as"
                + " user@example.com, without angle brackets or line ends";
        assertEquals(sentence, refusedSender("a@b" + bad + "RCPT TO:x"));
        assertEquals(sentence, refusedRecipient("a@b" + bad));
    }

    @Test
    void aSpaceMeansTwoAddresses() {
        String sentence = "the address has a space: a@example.com b@example.com (give one address an option)";
        assertEquals(sentence, refusedSender("a@example.com b@example.com"));
        assertEquals(sentence, refusedRecipient("a@example.com b@example.com"));
    }

    @Test
    void asksForMailOnlyWhenSomebodyIsNamed() {
        assertFalse(Envelope.NONE.asksForMail());
        assertTrue(new Envelope(Optional.of("a@example.com"), List.of()).asksForMail());
        assertTrue(new Envelope(Optional.empty(), List.of("b@example.com")).asksForMail());
    }

    @Test
    void laterChangesOfTheListDoNotReachIt() {
        List<String> to = new ArrayList<>(List.of("b@example.com"));
        Envelope envelope = new Envelope(Optional.empty(), to);
        to.add("x\r\nDATA");
        assertEquals(List.of("b@example.com"), envelope.to());
    }
}
