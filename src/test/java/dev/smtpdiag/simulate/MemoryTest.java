package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final AtomicLong now = new AtomicLong();
    private final Memory memory = new Memory(now::get);

    private static Trigger trigger(Frequency.Kind kind, int count) {
        return new Trigger("RCPT", Condition.ALWAYS, new Frequency(kind, count));
    }

    private static Occasion rcpt(String sender, String recipient) {
        return Occasion.command("RCPT TO:<" + recipient + ">", new Situation(false, false, sender, false));
    }

    @Test
    void whatIsNewIsKnownInEveryLaterSession() {
        Trigger trigger = trigger(Frequency.Kind.WHEN_NEW, 0);
        assertTrue(memory.session().holds(trigger, rcpt("a", "b")));
        assertFalse(memory.session().holds(trigger, rcpt("a", "b")));
        assertTrue(memory.session().holds(trigger, rcpt("a", "c")));
        assertTrue(memory.session().holds(trigger, rcpt("x", "b")));
    }

    @Test
    void countsEachSessionForItself() {
        Trigger trigger = trigger(Frequency.Kind.A_SESSION, 2);
        for (int session = 0; session < 2; session++) {
            Memory.OfSession one = memory.session();
            assertFalse(one.holds(trigger, rcpt("a", "b")));
            assertFalse(one.holds(trigger, rcpt("a", "c")));
            assertTrue(one.holds(trigger, rcpt("a", "d")));
        }
    }

    @Test
    void countsTheLastMinuteOfAllSessions() {
        Trigger trigger = trigger(Frequency.Kind.A_MINUTE, 2);
        assertFalse(memory.session().holds(trigger, rcpt("a", "b")));
        now.addAndGet(TimeUnit.SECONDS.toNanos(30));
        assertFalse(memory.session().holds(trigger, rcpt("a", "b")));
        now.addAndGet(TimeUnit.SECONDS.toNanos(29));
        assertTrue(memory.session().holds(trigger, rcpt("a", "b")));
        now.addAndGet(TimeUnit.SECONDS.toNanos(31));
        // Only the third one lies within the minute before this one.
        assertFalse(memory.session().holds(trigger, rcpt("a", "b")));
    }

    @Test
    void aBlockWithoutFrequencyIsAlwaysPlayed() {
        assertTrue(memory.session().holds(trigger(Frequency.Kind.ALWAYS, 0), rcpt("a", "b")));
        assertEquals(Frequency.ALWAYS, Frequency.parse("RCPT over TLS"));
    }
}
