package dev.smtpdiag.session.tls;

import dev.smtpdiag.session.Connection;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A handshake that was tried.
 *
 * @param result how it ended
 * @param chain what the server had sent by then, possibly empty, even when the handshake failed later
 * @param statusResponses what the server stapled about its certificates (RFC 6066 8), possibly nothing
 * @param connection to talk on, when it was established
 * @param request what the server wanted to know of the client, if it asked
 * @param exporter of keying material, of use when it was established
 */
public record Handshake(
        Result result,
        List<X509Certificate> chain,
        List<byte[]> statusResponses,
        Connection connection,
        Optional<CertificateRequest> request,
        KeyExporter exporter) {

    /** How a handshake can end. */
    public sealed interface Result permits Established, Failed, Silent, Closed {}

    /**
     * @param protocol as JSSE names it, {@code TLSv1.3}
     */
    public record Established(String protocol, String cipherSuite) implements Result {}

    /**
     * @param alert the name of the alert that the server sent, or null
     * @param detail what the TLS library said
     * @param plaintext what came in place of TLS records, or empty
     */
    public record Failed(@Nullable String alert, String detail, byte[] plaintext) implements Result {}

    /** No answer in time. */
    public record Silent() implements Result {}

    /**
     * @param reset whether the connection was reset rather than closed
     */
    public record Closed(boolean reset) implements Result {}
}
