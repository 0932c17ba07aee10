package dev.smtpdiag.scan;

/** Whether something is so, as far as it could be found out. */
public enum Known {
    YES,
    NO,
    UNKNOWN;

    static Known of(boolean value) {
        return value ? YES : NO;
    }
}
