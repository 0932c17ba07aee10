package dev.smtpdiag.diagnosis;

import java.util.Locale;

/** How bad a finding is, the worst last. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Works, but should not stay so. */
    WARNING,
    /** Does not work, or must not be used. */
    ERROR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
