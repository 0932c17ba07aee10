package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "--lang fr explain 535, fr, explain 535",
        "explain --lang=vi 535, vi, explain 535",
        "explain 535 --lang tr, tr, explain 535",
        "--lang fr explain --lang en 535, en, explain 535",
        "explain -- --lang, en, explain -- --lang",
        "explain 535, en, explain 535"
    })
    void theOptionStandsAnywhere(String line, String language, String rest) {
        LanguageChoice choice = LanguageChoice.of(line.split(" "), Language.ENGLISH);
        assertEquals(language, choice.language().tag());
        assertEquals(List.of(rest.split(" ")), choice.arguments());
    }

    @ParameterizedTest
    @CsvSource({
        "tr, fr_FR.UTF-8, '', vi_VN.UTF-8, tr",
        "'', fr_FR.UTF-8, '', vi_VN.UTF-8, fr",
        "'', '', tr_TR, vi_VN.UTF-8, tr",
        "'', '', '', vi_VN.UTF-8, vi",
        "'', C, '', vi_VN.UTF-8, en",
        "xx, fr_FR.UTF-8, '', '', en"
    })
    void ourVariableGoesBeforeTheLocale(String own, String all, String messages, String lang, String tag) {
        Map<String, String> environment =
                Map.of("SMTPDIAG_LANG", own, "LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang);
        assertEquals(tag, LanguageChoice.of(environment).tag());
    }

    @Test
    void anOptionThatCannotBeMetIsAnError() {
        Invocation.Result result =
                Invocation.of("explain", "535", "--lang", "de").run();
        assertEquals(2, result.exit());
        assertEquals("smtpdiag: no texts in the language 'de': use en, fr, tr, vi\n", result.err());
    }

    @Test
    void aVariableThatCannotBeMetIsARemark() {
        Invocation.Result result = Invocation.of("explain", "535", "--brief")
                .with("SMTPDIAG_LANG", "de")
                .run();
        assertEquals(0, result.exit());
        assertTrue(result.err().startsWith("smtpdiag: no texts in the language 'de' of SMTPDIAG_LANG"), result.err());
    }
}
