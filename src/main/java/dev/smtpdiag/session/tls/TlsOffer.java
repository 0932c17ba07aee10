package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.ClientCertificate;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Target;
import java.util.List;
import java.util.Optional;

/**
 * What a ClientHello asks for.
 *
 * @param target the server, for the engine
 * @param serverName sent as SNI (RFC 6066 3), if any
 * @param protocols the only versions to offer; empty for those of the JVM
 * @param cipherSuites the only suites to offer; empty for those of the JVM
 * @param certificate what to show when the server asks who we are
 */
public record TlsOffer(
        Target target,
        Optional<String> serverName,
        List<String> protocols,
        List<String> cipherSuites,
        Optional<ClientCertificate> certificate) {

    /** What the plan asks for. */
    public static TlsOffer of(Plan plan) {
        return new TlsOffer(
                plan.target(),
                plan.tls().sni().toSend(plan.target()),
                plan.tls().protocols(),
                plan.tls().cipherSuites(),
                plan.auth().certificate());
    }

    /** The same, but for this name, or for none. */
    public TlsOffer withServerName(Optional<String> other) {
        return new TlsOffer(target, other, protocols, cipherSuites, certificate);
    }
}
