package dev.smtpdiag.scan;

import java.util.Locale;

/** What the standards say about the use of something, the best first. */
public enum Rating {
    /** Nothing against it. */
    GOOD,
    /** It SHOULD NOT be used. */
    WEAK,
    /** It MUST NOT be used. */
    INSECURE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
