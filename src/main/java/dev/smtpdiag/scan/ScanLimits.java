package dev.smtpdiag.scan;

import java.time.Duration;

/**
 * How much of a server's patience a scan may use.
 *
 * @param connections the most that are made
 * @param pause between two of them
 * @param time for all of it
 */
public record ScanLimits(int connections, Duration pause, Duration time) {

    public static final ScanLimits DEFAULT = new ScanLimits(120, Duration.ofMillis(50), Duration.ofMinutes(10));
}
