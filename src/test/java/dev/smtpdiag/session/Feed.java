package dev.smtpdiag.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** In what portions the octets of a server arrive. */
enum Feed {
    WHOLE,
    BY_LINE,
    BY_BYTE;

    List<byte[]> portions(byte[] octets) {
        List<byte[]> portions = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < octets.length; i++) {
            boolean lineEnds = this == BY_LINE && octets[i] == '\n';
            boolean cut = this == BY_BYTE || lineEnds || i == octets.length - 1;
            if (cut) {
                portions.add(Arrays.copyOfRange(octets, start, i + 1));
                start = i + 1;
            }
        }
        return portions;
    }
}
