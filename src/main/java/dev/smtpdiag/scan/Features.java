package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.util.Map;

/**
 * What else a server offers. The first five are of the versions up to TLS 1.2, and unknown where none is accepted.
 *
 * @param secureRenegotiation RFC 5746
 * @param extendedMasterSecret RFC 7627
 * @param encryptThenMac RFC 7366; only of importance with CBC
 * @param compression DEFLATE, which gives secrets away
 * @param sessionIds whether sessions get an id to resume them by
 * @param sessionTickets whether sessions get a ticket to resume them by
 * @param stapling whether an OCSP response comes with the certificate
 * @param clientCertificate whether a certificate of the client is asked for
 * @param resumption whether a session was resumed, for each version where it was tried
 */
public record Features(
        Known secureRenegotiation,
        Known extendedMasterSecret,
        Known encryptThenMac,
        Known compression,
        Known sessionIds,
        Known sessionTickets,
        Known stapling,
        Known clientCertificate,
        Map<ProtocolVersion, Known> resumption) {

    public Features {
        resumption = Map.copyOf(resumption);
    }
}
