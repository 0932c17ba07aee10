package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class EnhancedStatusCodeFuzzTest {

    @FuzzTest
    void anyTextIsACodeOrNone(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        EnhancedStatusCode whole = EnhancedStatusCode.parse(text);
        EnhancedStatusCode leading = EnhancedStatusCode.leading(text);
        if (whole != null) {
            assertEquals(whole, leading);
            assertEquals(whole, EnhancedStatusCode.parse(whole.toString()));
        }
        if (leading != null) {
            assertEquals(leading, EnhancedStatusCode.leading(leading + " " + text));
            assertTrue(text.contains(String.valueOf(leading.classDigit())));
        }
    }
}
