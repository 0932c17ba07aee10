package dev.smtpdiag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The logins in a {@code .netrc} file, read as curl reads it: tokens between white space, quotation marks with {@code \n},
 * {@code \r}, {@code \t} and other escapes, {@code #} at the start of a line for a remark, {@code macdef} up to an empty line.
 * Pure.
 */
final class Netrc {

    /**
     * One entry.
     *
     * @param host lower case; empty for {@code default}
     * @param login empty when the entry has none
     * @param password empty when the entry has none
     */
    record Entry(String host, String login, String password) {
        /** What stands in the file is for nobody's eyes. */
        @Override
        public String toString() {
            return "Entry[" + host + "]";
        }
    }

    /** The file breaks its own rules. */
    static final class SyntaxException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        private SyntaxException(int line) {
            super("line " + line);
            this.line = line;
        }

        /** Where, from 1. */
        int line() {
            return line;
        }
    }

    private final List<Entry> entries;

    private Netrc(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * @throws SyntaxException when a quotation mark is not closed, or a word lacks its value
     */
    static Netrc parse(String text) throws SyntaxException {
        return new Netrc(new Reader(text).read());
    }

    /**
     * The first entry for a host, {@code default} included.
     *
     * @param user the login that it must have, if one is asked for
     */
    Optional<Entry> find(String host, Optional<String> user) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.host().isEmpty() || entry.host().equals(wanted))
                .filter(entry -> user.isEmpty() || entry.login().equals(user.get()))
                .findFirst();
    }

    /** Goes through the lines once. */
    private static final class Reader {

        private final String[] lines;
        private final List<Entry> entries = new ArrayList<>();
        private boolean open;
        private String host = "";
        private String login = "";
        private String password = "";
        /** The word whose value comes next. */
        private String word = "";

        private boolean macro;
        private int number;

        Reader(String text) {
            this.lines = text.split("\r\n|\n|\r", -1);
        }

        List<Entry> read() throws SyntaxException {
            for (String line : lines) {
                number++;
                if (macro) {
                    macro = !line.isBlank();
                } else if (!line.stripLeading().startsWith("#")) {
                    for (String token : tokens(line)) {
                        take(token);
                    }
                }
            }
            if (!word.isEmpty()) {
                throw new SyntaxException(number);
            }
            close();
            return entries;
        }

        private void take(String token) {
            switch (word) {
                case "machine" -> {
                    close();
                    open = true;
                    host = token.toLowerCase(Locale.ROOT);
                }
                case "login" -> login = token;
                case "password" -> password = token;
                case "macdef" -> macro = true;
                case "account" -> {
                    // For FTP alone.
                }
                default -> {
                    keyword(token);
                    return;
                }
            }
            word = "";
        }

        private void keyword(String token) {
            switch (token) {
                case "machine", "login", "password", "account", "macdef" -> word = token;
                case "default" -> {
                    close();
                    open = true;
                }
                default -> {
                    // Words of other programs, which nobody has to know.
                }
            }
        }

        private void close() {
            if (open) {
                entries.add(new Entry(host, login, password));
            }
            open = false;
            host = "";
            login = "";
            password = "";
        }

        private List<String> tokens(String line) throws SyntaxException {
            List<String> tokens = new ArrayList<>();
            int at = 0;
            while (at < line.length()) {
                char c = line.charAt(at);
                if (c == ' ' || c == '\t') {
                    at++;
                } else if (c == '"') {
                    at = quoted(line, at + 1, tokens);
                } else {
                    int end = at;
                    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
                        end++;
                    }
                    tokens.add(line.substring(at, end));
                    at = end;
                }
            }
            return tokens;
        }

        private int quoted(String line, int start, List<String> tokens) throws SyntaxException {
            StringBuilder token = new StringBuilder();
            for (int i = start; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    tokens.add(token.toString());
                    return i + 1;
                }
                if (c == '\\' && i + 1 < line.length()) {
                    i++;
                    char escaped = line.charAt(i);
                    c = escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped == 't' ? '\t' : escaped;
                }
                token.append(c);
            }
            throw new SyntaxException(number);
        }
    }
}
