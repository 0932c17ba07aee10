package dev.smtpdiag.session;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.discovery.SystemResolver;
import dev.smtpdiag.plan.Trust;
import dev.smtpdiag.session.tls.TrustedAuthorities;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a session needs from outside: the network, the clocks, the trust store.
 *
 * @param resolver finds addresses
 * @param connector opens connections
 * @param authorities loads whose certificates we believe, the first time that a chain is to be judged
 * @param clock the time of day, for certificates
 * @param nanoClock monotonic time, for everything else
 */
public record Environment(
        AddressResolver resolver,
        Connector connector,
        Function<Trust, TrustedAuthorities> authorities,
        Clock clock,
        LongSupplier nanoClock) {

    /** The real world. */
    public static Environment system() {
        return new Environment(
                new SystemResolver(),
                new SocketConnector(),
                trust -> TrustedAuthorities.load(trust.additional()),
                Clock.systemUTC(),
                System::nanoTime);
    }
}
