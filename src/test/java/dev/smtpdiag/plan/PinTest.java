package dev.smtpdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {

    private static final String BASE64 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    private static final String HEX =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e730433629 38b9824".replace(" ", "");

    @Test
    void aKeyAsCurlWritesIt() {
        Pin pin = Pin.parse("sha256//" + BASE64);
        assertEquals(new Pin(Pin.Kind.PUBLIC_KEY, BASE64), pin);
        assertEquals("sha256//" + BASE64, pin.toString());
    }

    @Test
    void aFingerprintAsOpenSslWritesIt() {
        String colons = HEX.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        assertEquals(new Pin(Pin.Kind.CERTIFICATE, HEX), Pin.parse(colons));
        assertEquals(HEX, Pin.parse(HEX).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256//", "sha256//AAAA", "sha256//*", "sha1//AAAA", "abcd", "not a pin"})
    void anythingElseIsRefused(String text) {
        assertEquals(
                "pin.unreadable",
                assertThrows(InvalidInputException.class, () -> Pin.parse(text)).problem());
    }
}
