package dev.smtpdiag.render;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One line of a walk.
 *
 * @param sign how it went
 * @param label the step
 * @param text what the server said, or what happened
 * @param took how long it lasted, if that is worth showing
 * @param notes sentences under the line
 */
record Row(Sign sign, String label, String text, Optional<Duration> took, List<String> notes) {

    /** How a step went. */
    enum Sign {
        GOOD,
        WARN,
        BAD,
        SKIP
    }

    Row {
        notes = List.copyOf(notes);
    }

    Row(Sign sign, String label, String text, Duration took) {
        this(sign, label, text, Optional.of(took), List.of());
    }

    Row withNotes(List<String> more) {
        return new Row(sign, label, text, took, more);
    }
}
