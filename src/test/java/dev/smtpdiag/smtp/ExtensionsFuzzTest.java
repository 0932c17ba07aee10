package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

class ExtensionsFuzzTest {

    @FuzzTest
    void anyLinesAnnounceSomethingOrNothing(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.add(0, "mx.example");
        Extensions extensions = Extensions.of(new Reply(new ReplyCode(250), null, lines, Set.of()));
        assertTrue(extensions.all().size() < lines.size());
        for (Extension extension : extensions.all()) {
            assertFalse(extension.keyword().isEmpty());
            assertTrue(extensions.offers(extension.keyword()));
            assertTrue(extension.toString().startsWith(extension.keyword()));
        }
        for (String mechanism : extensions.mechanisms()) {
            assertTrue(extensions.offersAuth());
            assertEquals(mechanism.toUpperCase(Locale.ROOT), mechanism);
            assertFalse(mechanism.isEmpty());
        }
    }
}
