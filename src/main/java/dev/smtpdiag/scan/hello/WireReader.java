package dev.smtpdiag.scan.hello;

import java.util.Arrays;

/** Reads numbers and vectors as TLS writes them (RFC 8446 3), never beyond the end of what there is. */
final class WireReader {

    /** What was read is no such structure. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final byte[] octets;
    private int position;

    WireReader(byte[] octets) {
        this.octets = octets;
    }

    int left() {
        return octets.length - position;
    }

    int u8() throws Malformed {
        need(1);
        return octets[position++] & 0xff;
    }

    int u16() throws Malformed {
        return u8() << 8 | u8();
    }

    int u24() throws Malformed {
        return u8() << 16 | u16();
    }

    byte[] take(int count) throws Malformed {
        need(count);
        position += count;
        return Arrays.copyOfRange(octets, position - count, position);
    }

    byte[] vector8() throws Malformed {
        return take(u8());
    }

    byte[] vector16() throws Malformed {
        return take(u16());
    }

    byte[] vector24() throws Malformed {
        return take(u24());
    }

    private void need(int count) throws Malformed {
        if (left() < count) {
            throw new Malformed();
        }
    }
}
