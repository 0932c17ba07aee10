package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ServerFlight;
import dev.smtpdiag.scan.hello.ServerHello;

/** What came of one ClientHello. */
sealed interface Answer {

    /** The server made a choice. */
    record Agreed(ServerHello hello, ServerFlight flight) implements Answer {}

    /**
     * The server accepts nothing of what was offered.
     *
     * @param reason name of the alert, or {@code closed} or {@code reset} when it left without one
     */
    record Refused(String reason) implements Answer {}

    /** Nobody knows. */
    record Unknown(Gap.Reason reason) implements Answer {}
}
