package dev.smtpdiag.simulate;

/** When a block may be played. */
enum Condition {
    ALWAYS(""),
    OVER_TLS(" over TLS"),
    IN_CLEAR(" in clear"),
    AFTER_LOGIN(" after login"),
    BEFORE_LOGIN(" before login");

    private final String suffix;

    Condition(String suffix) {
        this.suffix = suffix;
    }

    /** How it ends the first line of a block in a scenario file. */
    String suffix() {
        return suffix;
    }

    boolean holds(boolean encrypted, boolean loggedIn) {
        return switch (this) {
            case ALWAYS -> true;
            case OVER_TLS -> encrypted;
            case IN_CLEAR -> !encrypted;
            case AFTER_LOGIN -> loggedIn;
            case BEFORE_LOGIN -> !loggedIn;
        };
    }
}
