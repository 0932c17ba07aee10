package dev.smtpdiag.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.transcript.CertificateProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateWordsTest {

    private final Messages messages = Messages.ofReports(Language.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void theTranscriptHasAWordForEachProblem(CertificateProblem.Kind kind) {
        assertTrue(messages.has("problem." + kind.id()), kind.id());
    }
}
