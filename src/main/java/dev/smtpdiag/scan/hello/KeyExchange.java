package dev.smtpdiag.scan.hello;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a ServerKeyExchange says about the strength of the exchange, up to TLS 1.2 (RFC 5246 7.4.3, RFC 8422 5.4).
 *
 * @param group the curve by its number; 0 for a finite field, and for a curve that the server spells out
 * @param dhBits size of the prime of a finite field, or 0
 */
public record KeyExchange(int group, int dhBits) {

    private static final int NAMED_CURVE = 3;

    /** Of an exchange on a curve; nothing when it cannot be read. */
    public static Optional<KeyExchange> ecdhe(byte[] body) {
        try {
            WireReader in = new WireReader(body);
            return Optional.of(new KeyExchange(in.u8() == NAMED_CURVE ? in.u16() : 0, 0));
        } catch (WireReader.Malformed e) {
            return Optional.empty();
        }
    }

    /** Of an exchange in a finite field; nothing when it cannot be read. */
    public static Optional<KeyExchange> dhe(byte[] body) {
        try {
            byte[] prime = new WireReader(body).vector16();
            return Optional.of(new KeyExchange(0, new BigInteger(1, prime).bitLength()));
        } catch (WireReader.Malformed e) {
            return Optional.empty();
        }
    }
}
