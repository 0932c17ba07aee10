package dev.smtpdiag.plan;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is wanted of TLS and of the certificates, beyond when TLS begins and whose certificates are believed.
 *
 * @param sni which name the ClientHello asks for
 * @param protocols the only versions to offer, as JSSE names them; empty for those that this JVM offers by itself
 * @param cipherSuites the only cipher suites to offer, as JSSE names them; empty for those of this JVM
 * @param certDays how many days a certificate must still be valid, when an option says so
 * @param pins what the server's own certificate must be, one of them; empty for anything
 * @param compareTrust whether to ask every trust store, also when the chain is trusted
 * @param fetchIntermediates whether to fetch certificates that the server left out
 * @param authorityFiles where the additional authorities come from, for the report
 */
public record TlsWishes(
        Sni sni,
        List<String> protocols,
        List<String> cipherSuites,
        OptionalInt certDays,
        List<Pin> pins,
        boolean compareTrust,
        boolean fetchIntermediates,
        List<String> authorityFiles) {

    /** How many days before its end a certificate is worth a remark. */
    public static final int USUAL_CERT_DAYS = 14;

    /** Nothing but what every client wants. */
    public static final TlsWishes DEFAULT =
            new TlsWishes(Sni.TARGET, List.of(), List.of(), OptionalInt.empty(), List.of(), false, false, List.of());

    public TlsWishes {
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
        pins = List.copyOf(pins);
        authorityFiles = List.copyOf(authorityFiles);
    }

    /** With fewer days left than these, a certificate is worth a word. */
    public int daysWanted() {
        return certDays.orElse(USUAL_CERT_DAYS);
    }
}
