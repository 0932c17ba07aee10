package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client has to ask for to run into the fault of a scenario.
 *
 * @param tls when the client starts TLS
 * @param login the user and the password; absent when no login is asked for
 * @param allowPlaintext whether the login may be sent without TLS
 * @param from the reverse-path, empty for the null one; absent when no transaction is asked for
 * @param to the forward-paths
 * @param timeout for a reply; absent for the default of the client
 * @param greetingTimeout for the greeting; absent for the default of the client
 * @param auth the mechanisms to log in with, as the option {@code --auth} takes them; absent for the default of the client
 */
public record ClientWishes(
        Tls tls,
        Optional<Login> login,
        boolean allowPlaintext,
        Optional<String> from,
        List<String> to,
        Optional<Duration> timeout,
        Optional<Duration> greetingTimeout,
        Optional<String> auth) {

    /** When the client starts TLS, by the names of the option {@code --tls}. */
    public enum Tls {
        AUTO,
        STARTTLS,
        IMPLICIT,
        NONE;

        /** The name on the command line and in scenario files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A login.
     *
     * @param password masked wherever it could be printed; empty when a token takes its place
     * @param token an OAuth token, masked likewise; empty when there is none
     */
    public record Login(String user, Secret password, Secret token) {}

    public ClientWishes {
        to = List.copyOf(to);
    }
}
