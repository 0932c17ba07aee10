package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.smtp.ReplyCode.Category;
import dev.smtpdiag.smtp.ReplyCode.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCodeTest {

    @ParameterizedTest
    @CsvSource({
        "200, POSITIVE_COMPLETION, SYNTAX",
        "211, POSITIVE_COMPLETION, INFORMATION",
        "220, POSITIVE_COMPLETION, CONNECTION",
        "235, POSITIVE_COMPLETION, UNSPECIFIED",
        "250, POSITIVE_COMPLETION, MAIL_SYSTEM",
        "334, POSITIVE_INTERMEDIATE, UNSPECIFIED",
        "354, POSITIVE_INTERMEDIATE, MAIL_SYSTEM",
        "421, TRANSIENT_NEGATIVE, CONNECTION",
        "450, TRANSIENT_NEGATIVE, MAIL_SYSTEM",
        "499, TRANSIENT_NEGATIVE, UNSPECIFIED",
        "500, PERMANENT_NEGATIVE, SYNTAX",
        "599, PERMANENT_NEGATIVE, UNSPECIFIED"
    })
    void severityAndCategory(int value, Severity severity, Category category) {
        ReplyCode code = new ReplyCode(value);
        assertEquals(severity, code.severity());
        assertEquals(category, code.category());
        assertEquals(value < 400, code.isPositive());
        assertEquals(value >= 400 && value < 500, code.isTransient());
        assertEquals(value >= 500, code.isPermanent());
        assertEquals(String.valueOf(value), code.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 199, 600, 999, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void otherNumbersAreNoReplyCodes(int value) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new ReplyCode(value));
        assertEquals("not a reply code: " + value, refusal.getMessage());
    }

    @Test
    void ordersByNumber() {
        List<ReplyCode> sorted = List.of(new ReplyCode(550), new ReplyCode(220), new ReplyCode(421)).stream()
                .sorted()
                .toList();
        assertEquals(List.of(new ReplyCode(220), new ReplyCode(421), new ReplyCode(550)), sorted);
    }

    @Test
    void aReplyHasALine() {
        ReplyCode code = new ReplyCode(250);
        assertThrows(IllegalArgumentException.class, () -> new Reply(code, null, List.of(), Set.of()));
        assertTrue(new Reply(code, null, List.of(""), Set.of()).isPositive());
    }
}
