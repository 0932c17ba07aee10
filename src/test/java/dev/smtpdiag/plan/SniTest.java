package dev.smtpdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SniTest {

    private static final Target NAMED = Target.parse("mail.example");
    private static final Target ADDRESS = Target.parse("192.0.2.1");

    @Test
    void isTheNameOfTheTarget() {
        assertEquals(Optional.of("mail.example"), Sni.TARGET.toSend(NAMED));
        assertEquals(Optional.empty(), Sni.TARGET.toSend(ADDRESS));
        assertEquals(Optional.empty(), Sni.TARGET.toSend(Target.parse("[2001:db8::1]:25")));
    }

    @Test
    void isWhatAnOptionSays() {
        assertEquals(Optional.of("other.example"), Sni.of("other.example").toSend(NAMED));
        assertEquals(Optional.of("other.example"), Sni.of("other.example").toSend(ADDRESS));
        assertEquals(Optional.empty(), Sni.NONE.toSend(NAMED));
    }
}
