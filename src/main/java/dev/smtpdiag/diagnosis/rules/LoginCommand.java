package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Step;
import java.util.Locale;
import java.util.Optional;

/** Which mechanism a login used. */
final class LoginCommand {

    private LoginCommand() {}

    /** The last one that was named in a step. */
    static Optional<String> mechanism(Step step) {
        return step.all(Event.CommandSent.class).stream()
                .map(Event.CommandSent::display)
                .filter(line -> line.startsWith("AUTH "))
                .map(line -> line.split(" ", 3)[1].toUpperCase(Locale.ROOT))
                .reduce((earlier, later) -> later);
    }
}
