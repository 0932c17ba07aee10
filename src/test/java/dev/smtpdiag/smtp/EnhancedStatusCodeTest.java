package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "4.7.0", "5.7.8", "5.1.10", "5.999.999", "4.10.100"})
    void readsAndPrints(String text) {
        EnhancedStatusCode code = EnhancedStatusCode.parse(text);
        assertEquals(text, String.valueOf(code));
        assertEquals(text.substring(2), code.topic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5.",
                "5.7",
                "5.7.",
                "5..8",
                ".7.8",
                "5.7.8.",
                "5.7.8.9",
                "5.7.8 ",
                " 5.7.8",
                "5.7.8 text",
                "5.7.8x",
                "1.7.8",
                "3.0.0",
                "6.0.0",
                "0.0.0",
                "55.7.8",
                "5.7777.8",
                "5.7.8888",
                "5.x.8",
                "5.7.x",
                "5,7,8",
                "5.-7.8",
                "#5.7.8",
                "a.b.c",
                "\u0665.7.8",
                "5.\u0667.8"
            })
    void refusesWhatIsNotExactlyOneCode(String text) {
        assertNull(EnhancedStatusCode.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'5.7.8', 5.7.8",
        "'5.7.8 Error', 5.7.8",
        "'5.7.8: Error', 5.7.8",
        "'5.7.8, Error', 5.7.8",
        "'5.7.8. Error', 5.7.8",
        "'5.7.8-Error', 5.7.8",
        "'#5.7.8 Error', 5.7.8",
        "'(#5.7.8)', 5.7.8",
        "'(#4.4.2) later', 4.4.2",
        "'2.1.5\tRecipient ok', 2.1.5"
    })
    void leadsAText(String text, String expected) {
        assertEquals(expected, String.valueOf(EnhancedStatusCode.leading(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "(#",
                "Error 5.7.8",
                " 5.7.8 Error",
                "(5.7.8) Error",
                "##5.7.8",
                "5.7.8x",
                "5.7.8\u00e4",
                "5.7.8.9",
                "3.7.8 Error",
                "5.7 Error",
                "10.0.0.1 is blocked",
                "5.10.20.30 is blocked",
                "2.4.6666"
            })
    void doesNotLeadAText(String text) {
        assertNull(EnhancedStatusCode.leading(text));
    }

    @Test
    void holdsValidNumbersOnly() {
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatusCode(3, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatusCode(5, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatusCode(5, 1000, 0));
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatusCode(5, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatusCode(5, 0, 1000));
    }
}
