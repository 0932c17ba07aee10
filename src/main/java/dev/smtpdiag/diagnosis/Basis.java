package dev.smtpdiag.diagnosis;

import java.util.Locale;

/** What a rule stands on. */
public enum Basis {
    RFC_MUST,
    RFC_SHOULD,
    PRACTICE,
    PROVIDER;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
