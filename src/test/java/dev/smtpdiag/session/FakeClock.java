package dev.smtpdiag.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that passes only when somebody waits. */
public final class FakeClock implements LongSupplier {

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
