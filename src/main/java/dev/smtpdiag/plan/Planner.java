package dev.smtpdiag.plan;

import java.util.Optional;

/**
 * Makes a {@link Plan} of what was asked for, and refuses what contradicts itself. Pure.
 *
 * @param tlsMode the mode that an option named, if any
 * @param stopAfter the last step that an option named, if any
 */
public record Planner(
        Optional<TlsMode> tlsMode,
        Optional<StopAfter> stopAfter,
        Optional<String> ehloName,
        Timeouts timeouts,
        Optional<Credentials> credentials,
        boolean allowPlaintextAuth,
        Envelope envelope,
        Trust trust,
        Addressing addressing,
        AuthWishes auth,
        TlsWishes tls) {

    /** A planner that asks for nothing but the walk up to EHLO. */
    public static final Planner DEFAULT = new Planner(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Timeouts.DEFAULT,
            Optional.empty(),
            false,
            Envelope.NONE,
            Trust.DEFAULT,
            Addressing.DEFAULT,
            AuthWishes.DEFAULT,
            TlsWishes.DEFAULT);

    /** The same wishes, with this login. */
    public Planner withCredentials(Optional<Credentials> login) {
        return new Planner(
                tlsMode,
                stopAfter,
                ehloName,
                timeouts,
                login,
                allowPlaintextAuth,
                envelope,
                trust,
                addressing,
                auth,
                tls);
    }

    /**
     * @throws InvalidInputException when the options contradict each other for this target
     */
    public Plan plan(Target target) {
        TlsMode mode = tlsMode.orElseGet(target::defaultMode);
        if (mode == TlsMode.NONE && credentials.isPresent() && !allowPlaintextAuth) {
            throw new InvalidInputException("tls.none-password");
        }
        Target destination = addressing.destination(target);
        boolean ipv6 = destination.host().indexOf(':') >= 0;
        if (destination.isLiteralAddress()
                && addressing.family() == (ipv6 ? Addressing.Family.IPV4 : Addressing.Family.IPV6)) {
            throw new InvalidInputException("target.family", ipv6 ? "IPv6" : "IPv4", ipv6 ? "-4" : "-6");
        }
        StopAfter last = stopAfter.orElse(StopAfter.RCPT);
        if (stopAfter.isPresent() && last == StopAfter.MAIL && !envelope.asksForMail()) {
            throw new InvalidInputException("stage.no-sender");
        }
        if (stopAfter.isPresent() && last == StopAfter.RCPT && envelope.to().isEmpty()) {
            throw new InvalidInputException("stage.no-recipient");
        }
        return new Plan(
                target,
                mode,
                last,
                ehloName,
                timeouts,
                credentials,
                allowPlaintextAuth,
                envelope,
                trust,
                addressing,
                auth,
                tls);
    }
}
