package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.Pin;
import dev.smtpdiag.plan.TlsWishes;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a chain is judged by.
 *
 * @param chain as sent, at least one certificate
 * @param host the name that was asked for
 * @param now our clock
 * @param statusResponses what the server stapled (RFC 6066 8), the first for its own certificate
 * @param fetched certificates that the server left out, from elsewhere
 * @param pins what the own certificate must be, one of them
 * @param days how long it must last
 */
public record Evidence(
        List<X509Certificate> chain,
        String host,
        Instant now,
        List<byte[]> statusResponses,
        List<X509Certificate> fetched,
        List<Pin> pins,
        int days) {

    /** Nothing but the chain. */
    public static Evidence of(List<X509Certificate> chain, String host, Instant now) {
        return new Evidence(chain, host, now, List.of(), List.of(), List.of(), TlsWishes.USUAL_CERT_DAYS);
    }
}
