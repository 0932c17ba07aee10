package dev.smtpdiag.diagnosis;

import java.util.Locale;

/** How sure a rule is of the cause it names, the surest first. */
public enum Confidence {
    /** The server said so, or nothing else can explain what was seen. */
    CERTAIN,
    /** Other causes exist, but are rarer. */
    LIKELY,
    /** One cause among several. */
    POSSIBLE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
