package dev.smtpdiag.session;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment by which something must be done. */
final class Deadline {

    private final LongSupplier nanoClock;
    private final long at;

    private Deadline(LongSupplier nanoClock, long at) {
        this.nanoClock = nanoClock;
        this.at = at;
    }

    static Deadline after(Duration duration, LongSupplier nanoClock) {
        return new Deadline(nanoClock, nanoClock.getAsLong() + duration.toNanos());
    }

    /** A deadline after the given time, or this one if that is sooner. */
    Deadline within(Duration duration) {
        long other = nanoClock.getAsLong() + duration.toNanos();
        return other - at < 0 ? new Deadline(nanoClock, other) : this;
    }

    /** What is left; zero when it has passed. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, at - nanoClock.getAsLong()));
    }

    boolean hasPassed() {
        return remaining().isZero();
    }
}
