package dev.smtpdiag.render;

import java.time.Duration;

/** Durations as people read them. */
final class Durations {

    private Durations() {}

    /** {@code 38 ms}, {@code 2.0 s}, {@code 75 s}. */
    static String text(Duration duration) {
        long millis = Math.round(duration.toNanos() / 1_000_000.0);
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            long tenths = Math.round(millis / 100.0);
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        return Math.round(millis / 1000.0) + " s";
    }

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
