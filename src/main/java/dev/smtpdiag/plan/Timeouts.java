package dev.smtpdiag.plan;

import java.time.Duration;

/**
 * How long we wait. RFC 5321 4.5.3.2 allows a server far more (five minutes for a greeting); a person who diagnoses
 * waits less, yet long enough for the delays that servers impose on strangers.
 *
 * @param connect for one address to accept the connection
 * @param greeting for the greeting
 * @param reply for every other reply, and for a TLS handshake
 * @param total for the whole probe
 */
public record Timeouts(Duration connect, Duration greeting, Duration reply, Duration total) {

    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ofSeconds(30), Duration.ofSeconds(120));

    /** How long a greeting may be missing before we ask whether the port wants TLS. */
    public static final Duration SILENCE = Duration.ofSeconds(5);

    /** Nobody waits long for the answer to QUIT. */
    public static final Duration QUIT = Duration.ofSeconds(1);
}
