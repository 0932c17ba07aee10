package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ProtocolVersion;

/**
 * A cipher suite, as the table {@code scan/suites.tsv} describes it.
 *
 * @param code as it goes over the wire
 * @param name as IANA names it; the number in hex where we know none
 * @param openssl as OpenSSL names it; empty where it has none
 * @param exchange of keys: {@code ECDHE}, {@code DHE}, {@code ECDH}, {@code DH}, {@code RSA}, or {@code any} in TLS 1.3
 * @param authentication key type of the certificate, {@code none} for anonymous, or {@code any} in TLS 1.3
 * @param forwardSecrecy whether recorded sessions stay secret when the key of the server becomes known
 * @param cipher algorithm, key size and mode
 * @param since the oldest version that has it
 * @param rating by RFC 9325 4.1
 */
public record CipherSuite(
        int code,
        String name,
        String openssl,
        String exchange,
        String authentication,
        boolean forwardSecrecy,
        String cipher,
        ProtocolVersion since,
        Rating rating) {

    /** The number as the registry writes it, {@code 0xC02F}. */
    public String number() {
        return "0x" + hex(code >>> 8) + hex(code & 0xff);
    }

    static String hex(int octet) {
        String digits = Integer.toHexString(octet).toUpperCase(java.util.Locale.ROOT);
        return digits.length() == 1 ? "0" + digits : digits;
    }

    boolean usesCurve() {
        return exchange.equals("ECDHE");
    }

    boolean usesFiniteField() {
        return exchange.equals("DHE");
    }
}
