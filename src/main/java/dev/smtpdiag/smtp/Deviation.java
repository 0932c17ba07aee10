package dev.smtpdiag.smtp;

/** A breach of the reply grammar that we tolerate and note. */
public enum Deviation {
    /** A line ended in LF alone (RFC 5321 2.3.8). */
    BARE_LF("RFC 5321 2.3.8"),
    /** Neither space, hyphen nor line end stood behind the code (RFC 5321 4.2). */
    NO_SEPARATOR("RFC 5321 4.2"),
    /** The lines of one reply had different codes (RFC 5321 4.2.1). */
    CODES_DIFFER("RFC 5321 4.2.1"),
    /** A line was longer than 512 octets (RFC 5321 4.5.3.1.5). */
    LINE_TOO_LONG("RFC 5321 4.5.3.1.5"),
    /** Octets above 127 without SMTPUTF8 (RFC 5321 2.4). */
    NON_ASCII("RFC 5321 2.4"),
    /** Control characters inside the text (RFC 5321 4.2, textstring). */
    CONTROL_CHARACTERS("RFC 5321 4.2"),
    /** The class of the enhanced code contradicts the reply code (RFC 2034 4). */
    CLASSES_DIFFER("RFC 2034 4");

    private final String citation;

    Deviation(String citation) {
        this.citation = citation;
    }

    /** The section that the server did not follow. */
    public String citation() {
        return citation;
    }
}
