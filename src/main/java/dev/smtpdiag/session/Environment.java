package dev.smtpdiag.session;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.discovery.SystemResolver;
import dev.smtpdiag.plan.Trust;
import dev.smtpdiag.session.tls.TlsClient;
import dev.smtpdiag.session.tls.TrustedAuthorities;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
        Map<Trust, TrustedAuthorities> loaded = new ConcurrentHashMap<>();
        return new Environment(
                new SystemResolver(),
                new SocketConnector(),
                trust -> loaded.computeIfAbsent(trust, key -> TrustedAuthorities.load(key.additional())),
                Clock.systemUTC(),
                System::nanoTime);
    }

    /**
     * Loads beside the first waits for the network what a TLS handshake will need: it takes longer than the handshake.
     */
    public void warmUp(Trust trust) {
        Thread thread = new Thread(
                () -> {
                    TlsClient.warmUp();
                    var unused = authorities.apply(trust);
                },
                "warm up");
        thread.setDaemon(true);
        thread.start();
    }
}
