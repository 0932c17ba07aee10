package dev.smtpdiag.simulate;

import java.util.List;
import java.util.Locale;

/** A point of a session at which a server can be made to fail. */
public enum Step {
    GREETING(Occasion.CONNECT),
    EHLO("EHLO"),
    STARTTLS("STARTTLS"),
    AUTH("AUTH"),
    MAIL("MAIL"),
    RCPT("RCPT"),
    /** The command; the end of the message is {@link #MESSAGE}. */
    DATA("DATA"),
    MESSAGE(Occasion.MESSAGE),
    BDAT("BDAT"),
    RSET("RSET"),
    VRFY("VRFY"),
    EXPN("EXPN"),
    HELP("HELP"),
    NOOP("NOOP"),
    QUIT("QUIT");

    private final String trigger;

    Step(String trigger) {
        this.trigger = trigger;
    }

    /** The name on the command line and in the tables of the knowledge base. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first lines of the blocks that answer there. */
    List<String> triggers() {
        return this == EHLO ? List.of(trigger, "HELO") : List.of(trigger);
    }
}
