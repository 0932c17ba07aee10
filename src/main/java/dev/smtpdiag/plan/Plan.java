package dev.smtpdiag.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that a session needs to know before it begins. Immutable; made by {@link Planner}, which sees to it that the parts
 * do not contradict each other.
 *
 * @param target the server
 * @param tlsMode when TLS begins
 * @param stopAfter the last step before QUIT
 * @param ehloName what we call ourselves; when absent, the address literal of our end (RFC 5321 4.1.3)
 * @param timeouts how long we wait
 * @param credentials the login, if AUTH is asked for
 * @param allowPlaintextAuth whether the login may cross the network without TLS
 * @param envelope MAIL and RCPT, if asked for
 * @param trust whose certificates we believe
 * @param addressing where the connection goes
 * @param auth how to log in
 * @param tls what is wanted of TLS and of the certificates
 */
public record Plan(
        Target target,
        TlsMode tlsMode,
        StopAfter stopAfter,
        Optional<String> ehloName,
        Timeouts timeouts,
        Optional<Credentials> credentials,
        boolean allowPlaintextAuth,
        Envelope envelope,
        Trust trust,
        Addressing addressing,
        AuthWishes auth,
        TlsWishes tls) {

    /** Whether a login is to be tried. */
    public boolean asksForAuth() {
        return credentials.isPresent() && stopAfter.includes(StopAfter.AUTH);
    }

    /**
     * The same plan, up to one login with one mechanism.
     *
     * @param address where the target was reached
     * @param total the time that is left for it
     */
    public Plan forOneLogin(String mechanism, String address, Duration total) {
        String host = addressing.destination(target).host().toLowerCase(Locale.ROOT);
        return new Plan(
                target,
                tlsMode,
                StopAfter.AUTH,
                ehloName,
                new Timeouts(timeouts.connect(), timeouts.greeting(), timeouts.reply(), total),
                credentials,
                allowPlaintextAuth,
                envelope,
                trust,
                new Addressing(addressing.family(), Map.of(host, List.of(address)), addressing.connectTo()),
                auth.only(mechanism),
                tls);
    }

    /** Whether a login is to be tried that must not cross the network in clear. */
    public boolean needsTlsForAuth() {
        return asksForAuth() && !allowPlaintextAuth;
    }

    public boolean asksForMail() {
        return envelope.asksForMail() && stopAfter.includes(StopAfter.MAIL);
    }

    public boolean asksForRcpt() {
        return !envelope.to().isEmpty() && stopAfter.includes(StopAfter.RCPT);
    }
}
