package dev.smtpdiag.session.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value of ASN.1 in DER (ITU-T X.690), as far as extensions of certificates need it: short tags and definite lengths.
 *
 * @param tag the identifier octet
 * @param content the octets of the value
 */
record Der(int tag, byte[] content) {

    static final int SEQUENCE = 0x30;
    static final int OCTET_STRING = 0x04;
    static final int OID = 0x06;

    /** The values that stand one behind the other in these octets; as far as they make sense. */
    static List<Der> all(byte[] octets) {
        List<Der> values = new ArrayList<>();
        int at = 0;
        while (at + 2 <= octets.length) {
            int tag = octets[at] & 0xff;
            int length = octets[at + 1] & 0xff;
            int start = at + 2;
            if (length > 0x80 && length <= 0x83) {
                int count = length - 0x80;
                length = 0;
                for (int i = 0; i < count && start < octets.length; i++) {
                    length = length << 8 | octets[start++] & 0xff;
                }
            } else if (length >= 0x80) {
                return values;
            }
            if (length > octets.length - start) {
                return values;
            }
            values.add(new Der(tag, Arrays.copyOfRange(octets, start, start + length)));
            at = start + length;
        }
        return values;
    }

    List<Der> children() {
        return all(content);
    }
}
