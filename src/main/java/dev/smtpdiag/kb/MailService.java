package dev.smtpdiag.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How one provider wants to be asked to send mail: a row of {@code services.tsv}.
 *
 * @param id {@code gmail}, also the name of the words about it
 * @param name as people call it
 * @param host where its users log in; empty where every user has another one
 * @param hosts patterns of host names that are its own, {@code *} for any characters
 * @param ports the one that suits most first
 * @param mechanisms for the login, the one that suits most first
 * @param user what it takes as the user name
 * @param fixedUser the word that everybody gives as the user name, or empty
 * @param password what it takes as the password
 * @param shape regular expression for each password that it issues, or empty where that is not known for sure
 * @param form what such a password looks like, for people; may be empty
 * @param greetings what its greetings hold, lower case
 */
public record MailService(
        String id,
        String name,
        String host,
        List<String> hosts,
        List<Port> ports,
        List<String> mechanisms,
        User user,
        String fixedUser,
        Password password,
        String shape,
        String form,
        List<String> greetings) {

    private static final String FIXED = "fixed:";

    /** What a provider takes as the user name. */
    public enum User {
        /** A whole mail address. */
        ADDRESS,
        /** One word, the same for everybody. */
        FIXED,
        /** A key or name that the provider made, never an address. */
        KEY,
        /** An address, or a name without a domain. */
        ANY
    }

    /** What a provider takes as the password. */
    public enum Password {
        /** That of the account or mailbox. */
        ACCOUNT,
        /** One that the account makes for mail programs. */
        APP_PASSWORD,
        /** A key of the provider's programming interface. */
        API_KEY,
        /** One that the provider makes for SMTP alone. */
        SMTP_KEY,
        /** None but an OAuth access token. */
        TOKEN
    }

    /**
     * A port that it listens on.
     *
     * @param number of the port
     * @param implicit whether TLS begins with the first octet; otherwise by STARTTLS
     */
    public record Port(int number, boolean implicit) {

        /** The mode in the words of {@code --tls}. */
        public String mode() {
            return implicit ? "implicit" : "starttls";
        }
    }

    static MailService of(Table.Row row) {
        String user = row.get("user");
        boolean fixed = user.startsWith(FIXED);
        String greetings = row.get("greeting");
        return new MailService(
                row.get("id"),
                row.get("name"),
                row.get("host"),
                row.list("hosts"),
                ports(row.list("ports")),
                row.list("mechanisms"),
                fixed ? User.FIXED : Facts.constant(User.values(), user),
                fixed ? user.substring(FIXED.length()) : "",
                Facts.constant(Password.values(), row.get("password")),
                row.get("shape"),
                row.get("form"),
                greetings.isEmpty() ? List.of() : List.of(greetings.split(" & ")));
    }

    private static List<Port> ports(List<String> cells) {
        List<Port> ports = new ArrayList<>(cells.size());
        for (String cell : cells) {
            int colon = cell.indexOf(':');
            ports.add(new Port(Integer.parseInt(cell.substring(0, colon)), cell.endsWith(":implicit")));
        }
        return ports;
    }

    /** Whether a host name is one of its own. */
    public boolean owns(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String absolute = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        for (String pattern : hosts) {
            if (fits(pattern, absolute)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text of a greeting, behind its code, is one of its own: by the name in front, or by its words. */
    boolean greetsWith(String greeting) {
        String lower = greeting.strip().toLowerCase(Locale.ROOT);
        int space = lower.indexOf(' ');
        if (owns(space < 0 ? lower : lower.substring(0, space))) {
            return true;
        }
        for (String fragment : greetings) {
            if (lower.contains(fragment)) {
                return true;
            }
        }
        return false;
    }

    /** At most one {@code *} in a pattern. */
    private static boolean fits(String pattern, String name) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(name);
        }
        String start = pattern.substring(0, star);
        String end = pattern.substring(star + 1);
        return name.length() > start.length() + end.length() && name.startsWith(start) && name.endsWith(end);
    }
}
