package dev.smtpdiag.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How to log in (RFC 4954 4).
 *
 * @param choice which of the offered mechanisms to take
 * @param mechanisms the mechanisms to choose from, in upper case, when they are named
 * @param maxAttempts how many logins {@link Choice#EACH} may try
 * @param lax whether to try although the server announces neither AUTH nor the mechanism
 * @param optional whether to go on when the server offers no login that we can use
 * @param certificate what we show in the TLS handshake when the server asks who we are
 */
public record AuthWishes(
        Choice choice,
        List<String> mechanisms,
        int maxAttempts,
        boolean lax,
        boolean optional,
        Optional<ClientCertificate> certificate) {

    /** Which of the offered mechanisms to take. */
    public enum Choice {
        /** What needs the fewest round trips and reveals no less than is safe under TLS: PLAIN, then LOGIN. */
        USUAL,
        /** The first that is offered of those that are named. */
        NAMED,
        /** The strongest. */
        ANY,
        /** One attempt with each. */
        EACH
    }

    /** Three wrong logins lock no account that we know of. */
    public static final int USUAL_ATTEMPTS = 3;

    public static final AuthWishes DEFAULT =
            new AuthWishes(Choice.USUAL, List.of(), USUAL_ATTEMPTS, false, false, Optional.empty());

    private static final int LONGEST_NAME = 20;

    public AuthWishes {
        mechanisms = List.copyOf(mechanisms);
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("no attempts: " + maxAttempts);
        }
    }

    /**
     * The mechanisms of {@code PLAIN,LOGIN}, in upper case.
     *
     * @throws InvalidInputException when one of them is no name of a mechanism (RFC 4422 3.1)
     */
    public static List<String> names(String list) {
        List<String> names = List.of(list.toUpperCase(Locale.ROOT).split(",", -1));
        for (String name : names) {
            if (!name.matches("[A-Z0-9_-]{1," + LONGEST_NAME + "}")) {
                throw new InvalidInputException("auth.no-mechanism", HostAndPort.printable(name));
            }
        }
        return names;
    }

    /** Whether this mechanism was asked for by its name. */
    public boolean asksFor(String mechanism) {
        return choice == Choice.NAMED && mechanisms.contains(mechanism);
    }

    /** The same wishes for one login with one mechanism. */
    public AuthWishes only(String mechanism) {
        return new AuthWishes(Choice.NAMED, List.of(mechanism), 1, lax, false, certificate);
    }
}
