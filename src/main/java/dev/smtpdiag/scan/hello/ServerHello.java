package dev.smtpdiag.scan.hello;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a server chose (RFC 5246 7.4.1.3, RFC 8446 4.1.3).
 *
 * @param version by the supported_versions extension where there is one; absent when it is none that we know
 * @param suite code of the cipher suite
 * @param compression 0 for none
 * @param sessionId whether it gave the session an id of its own
 * @param retry whether it is a HelloRetryRequest (RFC 8446 4.1.4)
 * @param group the group that it chose in TLS 1.3, or 0
 * @param extensions the numbers of all extensions
 */
public record ServerHello(
        Optional<ProtocolVersion> version,
        int suite,
        int compression,
        boolean sessionId,
        boolean retry,
        int group,
        java.util.Set<Integer> extensions) {

    /** The random value that makes a ServerHello a HelloRetryRequest. */
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private static final int RANDOM = 32;
    private static final int LONGEST_SESSION_ID = 32;

    public ServerHello {
        extensions = java.util.Set.copyOf(extensions);
    }

    /** RFC 5746: renegotiation is bound to the connection. */
    public boolean secureRenegotiation() {
        return extensions.contains(Extensions.RENEGOTIATION_INFO);
    }

    /** RFC 7627: the keys are bound to the handshake. */
    public boolean extendedMasterSecret() {
        return extensions.contains(Extensions.EXTENDED_MASTER_SECRET);
    }

    /** RFC 7366: records with CBC are encrypted before they are authenticated. */
    public boolean encryptThenMac() {
        return extensions.contains(Extensions.ENCRYPT_THEN_MAC);
    }

    /** RFC 5077: the server will send a ticket. */
    public boolean sessionTicket() {
        return extensions.contains(Extensions.SESSION_TICKET);
    }

    /** RFC 6066 8: the server will staple an OCSP response. */
    public boolean statusRequest() {
        return extensions.contains(Extensions.STATUS_REQUEST);
    }

    static ServerHello read(byte[] body) throws WireReader.Malformed {
        WireReader in = new WireReader(body);
        int legacy = in.u16();
        byte[] random = in.take(RANDOM);
        byte[] id = in.vector8();
        if (id.length > LONGEST_SESSION_ID) {
            throw new WireReader.Malformed();
        }
        int suite = in.u16();
        int compression = in.u8();
        Map<Integer, byte[]> extensions = in.left() == 0 ? Map.of() : extensions(in.vector16());
        byte[] chosen = extensions.get(Extensions.SUPPORTED_VERSIONS);
        int version = chosen == null ? legacy : new WireReader(chosen).u16();
        boolean modern = version == ProtocolVersion.TLS_1_3.code();
        byte[] share = extensions.get(Extensions.KEY_SHARE);
        int group = modern && share != null ? new WireReader(share).u16() : 0;
        return new ServerHello(
                ProtocolVersion.of(version),
                suite,
                compression,
                id.length > 0 && !modern,
                Arrays.equals(random, RETRY),
                group,
                extensions.keySet());
    }

    private static Map<Integer, byte[]> extensions(byte[] octets) throws WireReader.Malformed {
        WireReader in = new WireReader(octets);
        Map<Integer, byte[]> extensions = new HashMap<>();
        while (in.left() > 0) {
            extensions.put(in.u16(), in.vector16());
        }
        return extensions;
    }
}
