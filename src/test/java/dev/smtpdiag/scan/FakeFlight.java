package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.scan.hello.Recording;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a ClientHello and makes the flight that a server of that kind answers with. */
final class FakeFlight {

    private static final String RETRY = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

    private final int version;
    private final List<Integer> suites = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final Map<Integer, byte[]> extensions = new HashMap<>();
    private final byte[] sessionId;
    private final boolean deflate;

    private FakeFlight(byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets, 9, octets.length - 9);
        int legacy = in.getShort() & 0xffff;
        in.position(in.position() + 32);
        sessionId = take(in, in.get() & 0xff);
        ByteBuffer codes = ByteBuffer.wrap(take(in, in.getShort() & 0xffff));
        while (codes.hasRemaining()) {
            suites.add(codes.getShort() & 0xffff);
        }
        deflate = take(in, in.get() & 0xff).length > 1;
        if (in.hasRemaining()) {
            in.getShort();
            while (in.hasRemaining()) {
                int type = in.getShort() & 0xffff;
                extensions.put(type, take(in, in.getShort() & 0xffff));
            }
        }
        version = extensions.containsKey(43) ? 0x0304 : legacy;
        ByteBuffer offered = ByteBuffer.wrap(extensions.getOrDefault(10, new byte[2]));
        offered.getShort();
        while (offered.hasRemaining()) {
            groups.add(offered.getShort() & 0xffff);
        }
    }

    /** The flight, or nothing for a refusal; hellos of a TLS library are refused. */
    static byte[] answer(byte[] hello, FakeServer server) {
        return new FakeFlight(hello).flight(server);
    }

    private byte[] flight(FakeServer server) {
        byte[] share = extensions.get(51);
        boolean ours = version == 0x0300 || extensions.containsKey(22) || share != null && share.length == 2;
        Optional<FakeServer.Accepts> accepts = server.versions.entrySet().stream()
                .filter(entry -> ours && entry.getKey().code() == version)
                .map(Map.Entry::getValue)
                .findFirst();
        if (accepts.isEmpty()) {
            return new byte[0];
        }
        CipherSuites table = CipherSuites.load();
        List<Integer> first =
                accepts.get().clientOrder() ? suites : accepts.get().suites();
        List<Integer> second = accepts.get().clientOrder() ? accepts.get().suites() : suites;
        Optional<Integer> group =
                accepts.get().groups().stream().filter(groups::contains).findFirst();
        for (int code : first) {
            boolean curve = table.get(code).usesCurve() || version == ProtocolVersion.TLS_1_3.code();
            if (second.contains(code) && (!curve || group.isPresent() || version == 0x0300)) {
                return flight(table.get(code), group.orElse(23), server);
            }
        }
        return new byte[0];
    }

    private byte[] flight(CipherSuite suite, int group, FakeServer server) {
        boolean modern = version == 0x0304;
        String random = modern ? RETRY : "55".repeat(32);
        String id = modern ? hex(sessionId.length, 1) + HexFormat.of().formatHex(sessionId) : "00";
        String hello = hex(modern ? 0x0303 : version, 2)
                + random
                + id
                + hex(suite.code(), 2)
                + (server.compression && deflate ? "01" : "00")
                + extensions(modern, group, server);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(message(2, hello));
        if (!modern) {
            if (!suite.authentication().equals("none")) {
                all.writeBytes(message(11, chain()));
            }
            if (suite.usesCurve()) {
                all.writeBytes(message(12, "03" + hex(group, 2) + "00"));
            } else if (suite.usesFiniteField()) {
                int octets = server.dhBits / 8;
                all.writeBytes(message(12, hex(octets, 2) + "ff".repeat(octets) + "000102"));
            }
            all.writeBytes(message(14, ""));
        }
        byte[] content = all.toByteArray();
        byte[] record = ByteBuffer.allocate(5 + content.length)
                .put((byte) 22)
                .putShort((short) Math.min(version, 0x0303))
                .putShort((short) content.length)
                .put(content)
                .array();
        return record;
    }

    private String extensions(boolean modern, int group, FakeServer server) {
        if (modern) {
            return "000c" + "002b00020304" + "00330002" + hex(group, 2);
        }
        if (version == 0x0300) {
            return "";
        }
        String all = (server.renegotiation ? "ff01000100" : "") + (server.masterSecret ? "00170000" : "");
        return all.isEmpty() ? "" : hex(all.length() / 2, 2) + all;
    }

    /** That of a recorded server. */
    private static String chain() {
        byte[] certificate = Recording.flight(Recording.of("tls12-ecdhe-rsa"), 4096)
                .certificates()
                .get(0);
        String own = hex(certificate.length, 3) + HexFormat.of().formatHex(certificate);
        return hex(own.length() / 2, 3) + own;
    }

    private static byte[] message(int type, String body) {
        return HexFormat.of().parseHex(hex(type, 1) + hex(body.length() / 2, 3) + body);
    }

    private static String hex(int value, int octets) {
        return HexFormat.of().toHexDigits(value, octets * 2);
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] taken = new byte[count];
        in.get(taken);
        return taken;
    }
}
