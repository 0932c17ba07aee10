package dev.smtpdiag.cli;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.render.Theme;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * The world outside of a command: handed to each, so that tests can hand in another.
 *
 * @param out data
 * @param err everything else
 * @param in standard input
 * @param environment variables
 * @param terminals which of the standard streams are terminals
 * @param language of the person who reads
 */
public record Console(
        PrintStream out,
        PrintStream err,
        InputStream in,
        Map<String, String> environment,
        Terminals terminals,
        Language language) {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    private static final int USUAL = 80;

    /**
     * @param in whether standard input is a terminal
     * @param out whether standard output is one
     * @param err whether standard error is one
     * @param columns width of the terminal, 0 when unknown
     */
    public record Terminals(boolean in, boolean out, boolean err, int columns) {
        public static final Terminals NONE = new Terminals(false, false, false, 0);
    }

    /** The same world for a reader of another language. */
    Console speaking(Language other) {
        return new Console(out, err, in, environment, terminals, other);
    }

    /** Colours for standard output: only on a terminal that knows them, and never against the user's will. */
    public Theme theme() {
        boolean terminal = terminals.out();
        return new Theme(terminal && coloursAllowed(), !terminal || isUnicodeLocale());
    }

    /** Columns to fill: those of the terminal within reason, 80 elsewhere. */
    public int width() {
        int columns = terminals.out() ? terminals.columns() : 0;
        return columns <= 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    private boolean coloursAllowed() {
        return variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb");
    }

    private boolean isUnicodeLocale() {
        for (String name : new String[] {"SMTPDIAG_LOCALE", "LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = variable(name);
            if (!locale.isEmpty()) {
                return locale.toUpperCase(Locale.ROOT).contains("UTF");
            }
        }
        return true;
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
