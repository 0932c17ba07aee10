package dev.smtpdiag.simulate;

/**
 * What a server reacts to: a command, or a moment that is none.
 *
 * @param text the command line, or the name of the moment
 */
record Occasion(String text, boolean moment, Situation situation) {

    /** A client has connected. */
    static final String CONNECT = "connect";

    /** A message has come to its end. */
    static final String MESSAGE = "message";

    static Occasion command(String line, Situation situation) {
        return new Occasion(line, false, situation);
    }

    static Occasion moment(String name, Situation situation) {
        return new Occasion(name, true, situation);
    }

    static boolean isMoment(String name) {
        return name.equals(CONNECT) || name.equals(MESSAGE);
    }
}
