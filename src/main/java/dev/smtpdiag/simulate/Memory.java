package dev.smtpdiag.simulate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** What one server remembers from session to session, for as long as it runs. Bounded: then the newest is not kept. */
final class Memory {

    private static final int MOST = 100_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Set<String> known = new HashSet<>();
    private final Map<Trigger, Deque<Long>> times = new HashMap<>();

    /**
     * @param nanos a clock that never goes back
     */
    Memory(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What it remembers of one session that begins now. */
    OfSession session() {
        return new OfSession();
    }

    private synchronized boolean isNew(String key) {
        return known.size() < MOST && known.add(key);
    }

    private synchronized int withinMinute(Trigger trigger) {
        long now = nanos.getAsLong();
        Deque<Long> recent = times.computeIfAbsent(trigger, any -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.getFirst() >= MINUTE) {
            recent.removeFirst();
        }
        if (recent.size() < MOST) {
            recent.addLast(now);
        }
        return recent.size();
    }

    /** The memory of one session, and through it that of all. */
    final class OfSession {

        private final Map<Trigger, Integer> counts = new HashMap<>();

        /** Whether the block of a trigger that fits is to be played this time, which counts as one more. */
        boolean holds(Trigger trigger, Occasion occasion) {
            Frequency frequency = trigger.frequency();
            return switch (frequency.kind()) {
                case ALWAYS -> true;
                case WHEN_NEW ->
                    isNew(trigger.text() + "\n" + occasion.situation().sender() + "\n" + occasion.text());
                case A_SESSION -> counts.merge(trigger, 1, Integer::sum) > frequency.count();
                case A_MINUTE -> withinMinute(trigger) > frequency.count();
            };
        }
    }
}
