package dev.smtpdiag.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX", "en", "en_GB.UTF-8", "de_DE.UTF-8", "xx-YY", "../../etc", "fr/..", "  "})
    void whatWeDoNotSpeakIsEnglish(String name) {
        assertSame(Language.ENGLISH, Language.of(name));
    }

    @ParameterizedTest
    @CsvSource({"fr, fr", "FR, fr", "fr-CA, fr", "fr_CA.UTF-8, fr", "tr_TR, tr", "vi_VN.UTF-8@x, vi", "fr-Latn-CA, fr"})
    void aTagOrALocaleNamesTheNearest(String name, String tag) {
        assertEquals(List.of(tag, "en"), Language.of(name).tags());
    }

    @Test
    void knowsWhatItSpeaks() {
        assertEquals(List.of("en", "fr", "tr", "vi"), Language.available());
        assertTrue(Language.isKnown("en-GB"));
        assertTrue(Language.isKnown("vi"));
        assertFalse(Language.isKnown("de"));
        assertFalse(Language.isKnown(""));
    }

    @Test
    void anArgumentIsNotFilledAgain() {
        Messages errors = Messages.ofErrors(Language.ENGLISH);
        assertEquals("port {1} is out of range (1 to 65535): {0}", errors.get("target.port-range", "{1}", "{0}"));
    }
}
