package dev.smtpdiag.session;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.discovery.SystemResolver;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Trust;
import dev.smtpdiag.session.tls.MachineTrust;
import dev.smtpdiag.session.tls.TlsClient;
import dev.smtpdiag.session.tls.TrustedAuthorities;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session needs from outside: the network, the clocks, the trust store.
 *
 * @param resolver finds addresses
 * @param connector opens connections
 * @param authorities loads whose certificates we believe, the first time that a chain is to be judged
 * @param clock the time of day, for certificates
 * @param nanoClock monotonic time, for everything else
 * @param machineTrust where this machine keeps whom it trusts
 */
public record Environment(
        AddressResolver resolver,
        Connector connector,
        Function<Trust, TrustedAuthorities> authorities,
        Clock clock,
        LongSupplier nanoClock,
        Supplier<MachineTrust> machineTrust) {

    /** One whose trust stores nobody compares. */
    public Environment(
            AddressResolver resolver,
            Connector connector,
            Function<Trust, TrustedAuthorities> authorities,
            Clock clock,
            LongSupplier nanoClock) {
        this(resolver, connector, authorities, clock, nanoClock, () -> MachineTrust.UNKNOWN);
    }

    /** The real world. */
    public static Environment system() {
        return new Environment(
                new SystemResolver(),
                new SocketConnector(),
                new LoadedOnce(),
                Clock.systemUTC(),
                System::nanoTime,
                MachineTrust::ofThisMachine);
    }

    /**
     * Loads beside the first waits for the network what a TLS handshake will need: it takes longer than the handshake.
     */
    public void warmUp(Trust trust) {
        Thread thread = new Thread(
                () -> {
                    TlsClient.warmUp();
                    try {
                        var unused = authorities.apply(trust);
                    } catch (InvalidInputException e) {
                        // Whoever needs the authorities meets the same trouble and can tell of it.
                    }
                },
                "warm up");
        thread.setDaemon(true);
        thread.start();
    }

    /** Loads the authorities when they are first wanted; one run of the program wants the same ones for all its probes. */
    private static final class LoadedOnce implements Function<Trust, TrustedAuthorities> {
        private @Nullable Trust wanted;
        private @Nullable TrustedAuthorities loaded;

        @Override
        @SuppressWarnings("ReferenceEquality") // equal but not the same is loaded again, which is only slower
        public synchronized TrustedAuthorities apply(Trust trust) {
            TrustedAuthorities known = loaded;
            if (known == null || wanted != trust) {
                known = TrustedAuthorities.load(trust.additional());
                loaded = known;
                wanted = trust;
            }
            return known;
        }
    }
}
