package dev.smtpdiag.scan.hello;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The first message of a client, made so that the answer tells something; the handshake is never finished.
 *
 * <p>For TLS 1.3 it holds no key share: a server that accepts the version answers with a HelloRetryRequest, which names
 * the cipher suite and the group that it chooses.
 *
 * @param version the only one that is acceptable
 * @param suites their codes, in our order
 * @param groups in our order
 * @param signatures codes of signature schemes, in our order
 * @param serverName host to ask for (RFC 6066 3); empty for none, as for an address
 * @param compression whether to offer DEFLATE (RFC 3749), which nobody should accept
 */
public record ClientHello(
        ProtocolVersion version,
        List<Integer> suites,
        List<NamedGroup> groups,
        List<Integer> signatures,
        String serverName,
        boolean compression) {

    /** ECDSA, Ed25519, RSA-PSS, RSA, down to SHA-1: what a server may have any kind of certificate for. */
    public static final List<Integer> ALL_SIGNATURES = List.of(
            0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501,
            0x0601, 0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0202);

    /** Octets of the random value, and of the session id that TLS 1.3 sends (RFC 8446 4.1.2, D.4). */
    public static final int RANDOM = 32;

    private static final int HANDSHAKE_RECORD = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RENEGOTIATION_SCSV = 0x00ff; // RFC 5746 3.3
    /** Some old load balancers hang on hellos of these sizes (RFC 7685). */
    private static final int SHORTEST_BAD = 256;

    private static final int LONGEST_BAD = 511;

    public ClientHello {
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
        signatures = List.copyOf(signatures);
    }

    /** The same with other cipher suites. */
    public ClientHello withSuites(List<Integer> others) {
        return new ClientHello(version, others, groups, signatures, serverName, compression);
    }

    /** The same with other groups. */
    public ClientHello withGroups(List<NamedGroup> others) {
        return new ClientHello(version, suites, others, signatures, serverName, compression);
    }

    /** The same with other signature schemes. */
    public ClientHello withSignatures(List<Integer> others) {
        return new ClientHello(version, suites, groups, others, serverName, compression);
    }

    /**
     * As it goes over the wire, in one record.
     *
     * @param random 32 octets
     */
    public byte[] encode(byte[] random) {
        byte[] extensions = extensions(0);
        int length = body(random, extensions).length + 4;
        if (extensions.length > 0 && length >= SHORTEST_BAD && length <= LONGEST_BAD) {
            extensions = extensions(Math.max(1, LONGEST_BAD + 1 - length));
        }
        byte[] message = new WireWriter()
                .u8(CLIENT_HELLO)
                .vector24(body(random, extensions))
                .octets();
        int recordVersion = version == ProtocolVersion.SSL_3_0 ? version.code() : ProtocolVersion.TLS_1_0.code();
        return new WireWriter()
                .u8(HANDSHAKE_RECORD)
                .u16(recordVersion)
                .vector16(message)
                .octets();
    }

    private byte[] body(byte[] random, byte[] extensions) {
        boolean modern = version == ProtocolVersion.TLS_1_3;
        WireWriter codes = new WireWriter();
        suites.forEach(codes::u16);
        if (!modern) {
            codes.u16(RENEGOTIATION_SCSV);
        }
        byte[] compressions = compression && !modern ? new byte[] {1, 0} : new byte[] {0};
        WireWriter body = new WireWriter()
                .u16(Math.min(version.code(), ProtocolVersion.TLS_1_2.code()))
                .raw(random)
                .vector8(modern ? random : new byte[0])
                .vector16(codes.octets())
                .vector8(compressions);
        if (extensions.length > 0) {
            body.vector16(extensions);
        }
        return body.octets();
    }

    private byte[] extensions(int padding) {
        WireWriter all = new WireWriter();
        if (version == ProtocolVersion.SSL_3_0) {
            return all.octets();
        }
        if (!serverName.isEmpty()) {
            byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
            byte[] entry = new WireWriter().u8(0).vector16(name).octets();
            all.u16(Extensions.SERVER_NAME)
                    .vector16(new WireWriter().vector16(entry).octets());
        }
        if (!groups.isEmpty()) {
            WireWriter codes = new WireWriter();
            groups.forEach(group -> codes.u16(group.code()));
            all.u16(Extensions.SUPPORTED_GROUPS)
                    .vector16(new WireWriter().vector16(codes.octets()).octets());
        }
        all.u16(Extensions.STATUS_REQUEST).vector16(new byte[] {1, 0, 0, 0, 0});
        if (version.code() >= ProtocolVersion.TLS_1_2.code()) {
            WireWriter schemes = new WireWriter();
            signatures.forEach(schemes::u16);
            all.u16(Extensions.SIGNATURE_ALGORITHMS)
                    .vector16(new WireWriter().vector16(schemes.octets()).octets());
        }
        if (version == ProtocolVersion.TLS_1_3) {
            modern(all);
        } else {
            all.u16(Extensions.EC_POINT_FORMATS).vector16(new byte[] {1, 0});
            all.u16(Extensions.ENCRYPT_THEN_MAC).u16(0);
            all.u16(Extensions.EXTENDED_MASTER_SECRET).u16(0);
            all.u16(Extensions.SESSION_TICKET).u16(0);
        }
        if (padding > 0) {
            all.u16(Extensions.PADDING).vector16(new byte[Math.max(0, padding - 4)]);
        }
        return all.octets();
    }

    private static void modern(WireWriter all) {
        byte[] only = new WireWriter().u8(2).u16(ProtocolVersion.TLS_1_3.code()).octets();
        all.u16(Extensions.SUPPORTED_VERSIONS).vector16(only);
        all.u16(Extensions.PSK_KEY_EXCHANGE_MODES).vector16(new byte[] {1, 1});
        all.u16(Extensions.KEY_SHARE).vector16(new byte[] {0, 0});
    }
}
