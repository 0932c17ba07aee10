package dev.smtpdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class TargetFuzzTest {

    @FuzzTest
    void anyTextIsATargetOrRefusedWithASentence(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        Target target;
        try {
            target = Target.parse(text);
        } catch (InvalidInputException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
            return;
        }
        assertFalse(target.host().isEmpty());
        assertTrue(target.host().chars().allMatch(c -> c > ' ' && c < 0x7f), target.host());
        assertTrue(target.port() >= 1 && target.port() <= 65535);
        Target again = Target.parse(target.toString());
        assertEquals(target.host(), again.host());
        assertEquals(target.port(), again.port());
    }
}
