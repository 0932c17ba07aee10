package dev.smtpdiag.simulate;

/** Which part of an answer a block is. */
enum Phase {
    /** Comes ahead of the answer, whichever block that is. */
    BEFORE("before "),
    /** Is the answer. */
    AT(""),
    /** Follows the answer. */
    AFTER("after ");

    private final String prefix;

    Phase(String prefix) {
        this.prefix = prefix;
    }

    static Phase of(String line) {
        return line.startsWith(BEFORE.prefix) ? BEFORE : line.startsWith(AFTER.prefix) ? AFTER : AT;
    }

    /** How it begins the first line of a block in a scenario file. */
    String prefix() {
        return prefix;
    }
}
