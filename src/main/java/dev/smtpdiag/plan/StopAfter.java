package dev.smtpdiag.plan;

import java.util.Locale;
import java.util.Map;

/** After which step a walk says QUIT, by the names that swaks made familiar. */
public enum StopAfter {
    CONNECT,
    FIRST_EHLO,
    TLS,
    EHLO,
    AUTH,
    MAIL,
    RCPT;

    private static final Map<String, StopAfter> NAMES = Map.ofEntries(
            Map.entry("CONNECT", CONNECT),
            Map.entry("BANNER", CONNECT),
            Map.entry("FIRST-EHLO", FIRST_EHLO),
            Map.entry("FIRST-HELO", FIRST_EHLO),
            Map.entry("STARTTLS", TLS),
            Map.entry("TLS", TLS),
            Map.entry("EHLO", EHLO),
            Map.entry("HELO", EHLO),
            Map.entry("AUTH", AUTH),
            Map.entry("MAIL", MAIL),
            Map.entry("FROM", MAIL),
            Map.entry("RCPT", RCPT),
            Map.entry("TO", RCPT));

    /**
     * @throws InvalidInputException when there is no such step
     */
    public static StopAfter parse(String name) {
        StopAfter found = NAMES.get(name.toUpperCase(Locale.ROOT));
        if (found == null) {
            throw new InvalidInputException("stage.unknown", name);
        }
        return found;
    }

    /** Whether a walk that stops here takes the given step. */
    public boolean includes(StopAfter step) {
        return step.ordinal() <= ordinal();
    }
}
