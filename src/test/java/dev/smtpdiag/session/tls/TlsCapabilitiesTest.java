package dev.smtpdiag.session.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.smtpdiag.language.Sentence;
import dev.smtpdiag.plan.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsCapabilitiesTest {

    private static final TlsCapabilities JVM = TlsCapabilities.ofThisJvm();
    private static final DisabledAlgorithms DISABLED =
            new DisabledAlgorithms("SSLv3, TLSv1, TLSv1.1, RC4, DES, DH keySize < 1024, 3DES_EDE_CBC, anon, NULL, ECDH,"
                    + " TLS_RSA_*, include jdk.disabled.namedCurves");

    @Test
    void versions() {
        assertEquals(List.of("TLSv1.2", "TLSv1.3"), JVM.protocols("1.2,TLSv1.3"));
        assertEquals("tls-version.unknown", refusal("1.4"));
        assertEquals("tls-version.disabled", refusal("1.0"));
        assertEquals("tls-version.disabled", refusal("1.2, 1.1"));
    }

    @Test
    void aDisabledVersionIsNamedByTheEntryThatDisablesIt() {
        String sentence = Sentence.of(assertThrows(InvalidInputException.class, () -> JVM.protocols("1.1")));
        assertEquals(
                "this Java has TLS 1.1 disabled: jdk.tls.disabledAlgorithms in its file java.security has the entry"
                        + " TLSv1.1 (to try it all the same, give Java a file without that entry:"
                        + " SMTPDIAG_JAVA_OPTS=-Djava.security.properties=FILE)",
                sentence);
    }

    @Test
    void suites() {
        assertEquals(
                List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"),
                JVM.cipherSuites("ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_256_GCM_SHA384", List.of()));
        assertEquals("cipher.unknown", suiteRefusal("ROT13", List.of()));
        assertEquals("cipher.disabled", suiteRefusal("RC4-SHA", List.of()));
        assertEquals("cipher.version", suiteRefusal("TLS_AES_256_GCM_SHA384", List.of("TLSv1.2")));
        assertEquals("cipher.version", suiteRefusal("ECDHE-RSA-AES128-GCM-SHA256", List.of("TLSv1.3")));
    }

    @ParameterizedTest
    @CsvSource({
        "ECDHE-ECDSA-AES256-GCM-SHA384, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "ECDHE-RSA-CHACHA20-POLY1305, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "DHE-RSA-AES128-SHA256, TLS_DHE_RSA_WITH_AES_128_CBC_SHA256",
        "AES256-SHA, TLS_RSA_WITH_AES_256_CBC_SHA",
        "AES128-GCM-SHA256, TLS_RSA_WITH_AES_128_GCM_SHA256",
        "DES-CBC3-SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        "ADH-AES128-SHA, TLS_DH_anon_WITH_AES_128_CBC_SHA",
        "RC4-MD5, TLS_RSA_WITH_RC4_128_MD5",
        "ECDHE-ECDSA-AES128-CCM8, TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8"
    })
    void namesOfOpenSsl(String given, String iana) {
        assertEquals(Optional.of(iana), OpenSslNames.iana(given));
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_RSA_WITH_3DES_EDE_CBC_SHA, 3DES_EDE_CBC",
        "TLS_RSA_WITH_AES_128_GCM_SHA256, TLS_RSA_*",
        "TLS_ECDH_RSA_WITH_AES_128_CBC_SHA, ECDH",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, ",
        "TLS_DH_anon_WITH_AES_128_CBC_SHA, anon",
        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA, "
    })
    void theEntryForASuite(String suite, String entry) {
        assertEquals(Optional.ofNullable(entry), DISABLED.forSuite(suite));
    }

    @ParameterizedTest
    @CsvSource({
        "protocol_version, Received fatal alert: protocol_version, 'SSLv3, TLSv1, TLSv1.1'",
        ", The server selected protocol version TLS10 is not accepted by client preferences, 'SSLv3, TLSv1, TLSv1.1'",
        ", DH ServerKeyExchange does not comply to algorithm constraints, DH keySize < 1024",
        "handshake_failure, Received fatal alert: handshake_failure, "
    })
    void theEntriesBehindAFailure(String alert, String detail, String entries) {
        Handshake.Failed failed = new Handshake.Failed(alert, detail, new byte[0]);
        assertEquals(Optional.ofNullable(entries), DISABLED.causeOf(failed));
    }

    private static String refusal(String versions) {
        return assertThrows(InvalidInputException.class, () -> JVM.protocols(versions))
                .problem();
    }

    private static String suiteRefusal(String suites, List<String> protocols) {
        return assertThrows(InvalidInputException.class, () -> JVM.cipherSuites(suites, protocols))
                .problem();
    }
}
