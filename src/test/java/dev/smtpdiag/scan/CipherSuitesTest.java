package dev.smtpdiag.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherSuitesTest {

    private final CipherSuites table = CipherSuites.load();

    @Test
    void everySuiteIsThereOnce() {
        Set<Integer> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (CipherSuite suite : table.all()) {
            assertTrue(codes.add(suite.code()), suite.name());
            assertTrue(names.add(suite.name()), suite.name());
            assertTrue(names.add(suite.openssl()) || suite.openssl().equals(suite.name()), suite.openssl());
        }
        assertTrue(codes.size() > 130, "only " + codes.size());
    }

    /** RFC 9325 4.1: MUST NOT is insecure, SHOULD NOT is weak. */
    @ParameterizedTest
    @CsvSource({
        "0x1301, GOOD, true, TLS_AES_128_GCM_SHA256",
        "0xC02F, GOOD, true, ECDHE-RSA-AES128-GCM-SHA256",
        "0xCCA9, GOOD, true, ECDHE-ECDSA-CHACHA20-POLY1305",
        "0xC013, GOOD, true, ECDHE-RSA-AES128-SHA",
        "0x009C, WEAK, false, AES128-GCM-SHA256",
        "0x009E, WEAK, true, DHE-RSA-AES128-GCM-SHA256",
        "0x000A, WEAK, false, DES-CBC3-SHA",
        "0xC012, WEAK, true, ECDHE-RSA-DES-CBC3-SHA",
        "0xC00E, WEAK, false, ECDH-RSA-AES128-SHA",
        "0x0005, INSECURE, false, RC4-SHA",
        "0x0003, INSECURE, false, EXP-RC4-MD5",
        "0x0009, INSECURE, false, DES-CBC-SHA",
        "0x0002, INSECURE, false, NULL-SHA",
        "0xC018, INSECURE, true, AECDH-AES128-SHA",
        "0x0034, INSECURE, true, ADH-AES128-SHA"
    })
    void isRatedByTheStandard(String number, Rating rating, boolean forward, String openssl) {
        CipherSuite suite = table.get(Integer.decode(number));
        assertEquals(rating, suite.rating());
        assertEquals(forward, suite.forwardSecrecy());
        assertEquals(openssl, suite.openssl());
        assertEquals(number, suite.number());
    }

    @Test
    void aVersionHasItsOwn() {
        List<CipherSuite> modern = table.of(ProtocolVersion.TLS_1_3);
        List<CipherSuite> old = table.of(ProtocolVersion.TLS_1_0);
        assertEquals(5, modern.size());
        assertTrue(modern.stream().allMatch(suite -> suite.since() == ProtocolVersion.TLS_1_3));
        assertFalse(old.stream().anyMatch(suite -> suite.cipher().endsWith("GCM")));
        assertTrue(table.of(ProtocolVersion.TLS_1_2).containsAll(old));
        assertFalse(table.of(ProtocolVersion.TLS_1_2).contains(modern.get(0)));
    }

    @Test
    void anUnknownOneIsShownByItsNumber() {
        CipherSuite unknown = table.get(0xfefe);
        assertEquals("0xFEFE", unknown.name());
        assertEquals(Rating.WEAK, unknown.rating());
    }
}
