package dev.smtpdiag.scan.hello;

import java.io.ByteArrayOutputStream;

/** Writes numbers and vectors as TLS does (RFC 8446 3). */
final class WireWriter {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    WireWriter u8(int value) {
        octets.write(value);
        return this;
    }

    WireWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    WireWriter raw(byte[] value) {
        octets.writeBytes(value);
        return this;
    }

    /** Behind its length in one octet. */
    WireWriter vector8(byte[] value) {
        return u8(value.length).raw(value);
    }

    /** Behind its length in two octets. */
    WireWriter vector16(byte[] value) {
        return u16(value.length).raw(value);
    }

    /** Behind its length in three octets. */
    WireWriter vector24(byte[] value) {
        return u8(value.length >>> 16).vector16Tail(value);
    }

    int size() {
        return octets.size();
    }

    byte[] octets() {
        return octets.toByteArray();
    }

    private WireWriter vector16Tail(byte[] value) {
        return u16(value.length & 0xffff).raw(value);
    }
}
