package dev.smtpdiag.simulate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a block is played, out of all the times that it fits.
 *
 * @param count after how many times it begins; 0 where the kind needs no number
 */
record Frequency(Kind kind, int count) {

    /** What is counted. */
    enum Kind {
        ALWAYS,
        /** The same command of the same sender has not come before, in any session. */
        WHEN_NEW,
        /** More often than so many times in this session. */
        A_SESSION,
        /** More often than so many times within the last minute, in all sessions. */
        A_MINUTE
    }

    static final Frequency ALWAYS = new Frequency(Kind.ALWAYS, 0);

    private static final String WHEN_NEW = " when new";
    private static final Pattern BEYOND = Pattern.compile("(.+) beyond (\\d{1,5}) a (session|minute)");

    /** What the end of the first line of a block says. */
    static Frequency parse(String line) {
        Matcher beyond = BEYOND.matcher(line);
        if (beyond.matches()) {
            Kind kind = beyond.group(3).equals("minute") ? Kind.A_MINUTE : Kind.A_SESSION;
            return new Frequency(kind, Integer.parseInt(beyond.group(2)));
        }
        return line.endsWith(WHEN_NEW) ? new Frequency(Kind.WHEN_NEW, 0) : ALWAYS;
    }

    /** The first line of a block without what {@link #parse} understood. */
    static String rest(String line) {
        Matcher beyond = BEYOND.matcher(line);
        if (beyond.matches()) {
            return beyond.group(1);
        }
        return line.endsWith(WHEN_NEW) ? line.substring(0, line.length() - WHEN_NEW.length()) : line;
    }
}
