package dev.smtpdiag.simulate;

/** When a block may be played. */
enum Condition {
    ALWAYS(""),
    OVER_TLS(" over TLS"),
    IN_CLEAR(" in clear"),
    AFTER_LOGIN(" after login"),
    BEFORE_LOGIN(" before login"),
    BEFORE_MAIL(" before MAIL"),
    BEFORE_RCPT(" before RCPT");

    private final String suffix;

    Condition(String suffix) {
        this.suffix = suffix;
    }

    /** How it ends the first line of a block in a scenario file. */
    String suffix() {
        return suffix;
    }

    boolean holds(Situation situation) {
        return switch (this) {
            case ALWAYS -> true;
            case OVER_TLS -> situation.encrypted();
            case IN_CLEAR -> !situation.encrypted();
            case AFTER_LOGIN -> situation.loggedIn();
            case BEFORE_LOGIN -> !situation.loggedIn();
            case BEFORE_MAIL -> situation.sender() == null;
            case BEFORE_RCPT -> !situation.recipient();
        };
    }
}
