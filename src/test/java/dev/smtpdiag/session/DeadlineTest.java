package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final FakeClock clock = new FakeClock();

    @Test
    void comesNearerUntilItHasPassedEvenWhenTheClockWraps() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(3), clock);
        assertEquals(Duration.ofSeconds(3), deadline.remaining());
        clock.pass(Duration.ofSeconds(2));
        assertEquals(Duration.ofSeconds(1), deadline.remaining());
        assertFalse(deadline.hasPassed());
        clock.pass(Duration.ofSeconds(1));
        assertTrue(deadline.hasPassed());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, deadline.remaining());
    }

    @Test
    void theSoonerOfTwoCounts() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(3), clock);
        assertEquals(
                Duration.ofSeconds(1), deadline.within(Duration.ofSeconds(1)).remaining());
        assertEquals(
                Duration.ofSeconds(3), deadline.within(Duration.ofSeconds(9)).remaining());
        assertTrue(deadline.within(Duration.ofSeconds(-1)).hasPassed());
    }
}
