package dev.smtpdiag.scan.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** The first octet is the size of the portions in which the rest arrives. */
class FlightReaderFuzzTest {

    @FuzzTest
    void anyOctetsInAnyPortions(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] octets = Arrays.copyOfRange(data, 1, data.length);
        ServerFlight parts = Recording.flight(octets, 1 + (data[0] & 0xff));
        ServerFlight whole = Recording.flight(octets, Math.max(1, octets.length));
        assertEquals(whole.hello(), parts.hello());
        assertEquals(whole.alert(), parts.alert());
        assertEquals(whole.end() == ServerFlight.End.COMPLETE, parts.end() == ServerFlight.End.COMPLETE);
        assertTrue(whole.start().length <= 256);
        assertTrue(KeyExchange.dhe(whole.keyExchange()).map(KeyExchange::dhBits).orElse(0) >= 0);
        assertTrue(
                KeyExchange.ecdhe(whole.keyExchange()).map(KeyExchange::group).orElse(0) >= 0);
    }
}
