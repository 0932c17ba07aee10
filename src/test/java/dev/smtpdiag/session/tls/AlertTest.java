package dev.smtpdiag.session.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTest {

    @ParameterizedTest
    @CsvSource({
        "Received fatal alert: protocol_version, protocol_version, Received fatal alert: protocol_version",
        "(handshake_failure) Received fatal alert: handshake_failure, handshake_failure,"
                + " Received fatal alert: handshake_failure",
        "(certificate_unknown) No trusted certificate found, , (certificate_unknown) No trusted certificate found"
    })
    void readsWhatEveryRuntimeWrites(String message, String alert, String words) {
        SSLException failure = new SSLException(message);
        assertEquals(alert, Alert.in(failure));
        assertEquals(words, Alert.words(failure));
    }
}
