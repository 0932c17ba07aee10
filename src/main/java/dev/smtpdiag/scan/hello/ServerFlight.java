package dev.smtpdiag.scan.hello;

import java.util.List;
import java.util.Optional;

/**
 * All that a server sends in clear in answer to a ClientHello.
 *
 * @param end why there is no more of it
 * @param hello what it chose, if it came
 * @param certificates DER, the server's own first; none in TLS 1.3, where they are encrypted
 * @param stapled whether an OCSP response came (RFC 6066 8)
 * @param keyExchange body of the ServerKeyExchange; empty when none came
 * @param clientCertificate whether the server asked for a certificate of the client
 * @param alert the one that ended it, if one did
 * @param start the first octets, when they were no TLS
 */
public record ServerFlight(
        End end,
        Optional<ServerHello> hello,
        List<byte[]> certificates,
        boolean stapled,
        byte[] keyExchange,
        boolean clientCertificate,
        Optional<TlsAlert> alert,
        byte[] start) {

    /** Why a flight is over. */
    public enum End {
        /** The server waits for us. */
        COMPLETE,
        /** The server gave up. */
        ALERT,
        /** It is no TLS. */
        NOT_TLS,
        /** It is broken, or longer than anybody needs. */
        MALFORMED,
        /** The connection ended, or fell silent, in the middle. */
        CUT
    }

    public ServerFlight {
        certificates = List.copyOf(certificates);
    }
}
