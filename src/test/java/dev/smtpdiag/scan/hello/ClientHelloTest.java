package dev.smtpdiag.scan.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientHelloTest {

    private static final byte[] RANDOM = new byte[ClientHello.RANDOM];

    private static ClientHello hello(ProtocolVersion version, List<Integer> suites) {
        return new ClientHello(
                version, suites, NamedGroup.offered(version), ClientHello.ALL_SIGNATURES, "mail.example.com", true);
    }

    @Test
    void sslVersion3HasNoExtensions() {
        assertEquals(
                "1603000032" + "0100002e" + "0300" + "00".repeat(32) + "00" + "0006" + "0005" + "000a" + "00ff" + "02"
                        + "0100",
                HexFormat.of()
                        .formatHex(
                                hello(ProtocolVersion.SSL_3_0, List.of(5, 10)).encode(RANDOM)));
    }

    @Test
    void offersOneVersionOnly() {
        assertEquals("0302", version(hello(ProtocolVersion.TLS_1_1, List.of(0x2f))));
        assertEquals("0303", version(hello(ProtocolVersion.TLS_1_2, List.of(0x2f))));
        ClientHello modern = hello(ProtocolVersion.TLS_1_3, List.of(0x1301));
        assertEquals("0303", version(modern), "the rest is in an extension");
        String hex = HexFormat.of().formatHex(modern.encode(RANDOM));
        assertTrue(hex.contains("002b0003020304"), "supported_versions");
        assertTrue(hex.contains("003300020000"), "no key share, so that the server names a group");
        assertFalse(hex.contains("1301" + "00ff"), "no signalling value in TLS 1.3");
    }

    @Test
    void namesTheHostUnlessThereIsNone() {
        String name = HexFormat.of().formatHex("mail.example.com".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        ClientHello named = hello(ProtocolVersion.TLS_1_2, List.of(0x2f));
        ClientHello unnamed = new ClientHello(
                ProtocolVersion.TLS_1_2, List.of(0x2f), List.of(), ClientHello.ALL_SIGNATURES, "", false);
        assertTrue(HexFormat.of().formatHex(named.encode(RANDOM)).contains("0013" + "0000" + "10" + name));
        assertFalse(HexFormat.of().formatHex(unnamed.encode(RANDOM)).contains(name));
    }

    @Test
    void avoidsTheSizesThatHangLoadBalancers() {
        List<Integer> suites = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            suites.add(0xc000 + i);
            byte[] octets = hello(ProtocolVersion.TLS_1_2, suites).encode(RANDOM);
            int message = octets.length - 5;
            assertTrue(message < 256 || message > 511, message + " octets with " + suites.size() + " suites");
            assertEquals(message, (octets[3] & 0xff) << 8 | octets[4] & 0xff, "length of the record");
            assertEquals(message - 4, (octets[7] & 0xff) << 8 | octets[8] & 0xff, "length of the message");
        }
    }

    @Test
    void groupsAreOfferedWhereTheyCanBeUsed() {
        List<String> modern = NamedGroup.offered(ProtocolVersion.TLS_1_3).stream()
                .map(NamedGroup::name)
                .toList();
        List<String> old = NamedGroup.offered(ProtocolVersion.TLS_1_2).stream()
                .map(NamedGroup::name)
                .toList();
        assertTrue(modern.containsAll(List.of("X25519MLKEM768", "x25519", "x448", "secp521r1", "ffdhe2048")));
        assertTrue(old.containsAll(List.of("x25519", "secp256r1", "secp384r1", "brainpoolP256r1")));
        assertFalse(old.contains("ffdhe2048"));
        assertFalse(modern.contains("secp192r1"));
        assertEquals("0x1234", NamedGroup.of(0x1234).name());
    }

    private static String version(ClientHello hello) {
        return HexFormat.of().formatHex(hello.encode(RANDOM), 9, 11);
    }
}
