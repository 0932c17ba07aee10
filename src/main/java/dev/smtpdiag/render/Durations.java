package dev.smtpdiag.render;

import java.time.Duration;

/** Durations for what is laid out in columns or read by programs. */
final class Durations {

    private Durations() {}

    /** Seconds with three decimals, as a transcript shows them: {@code 0.205}. */
    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        String fraction = Long.toString(1000 + millis % 1000).substring(1);
        return millis / 1000 + "." + fraction;
    }

    /** Milliseconds with a fraction of microseconds, for JSON. */
    static double millis(Duration duration) {
        long micros = duration.toNanos() / 1000;
        return micros / 1000.0;
    }
}
