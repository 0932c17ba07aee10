package dev.smtpdiag.simulate;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the octets of a message from a client into its transaction. */
final class MessageReader {

    private static final int PIECE = 64 * 1024;

    private final Wire wire;
    private final Transaction transaction;

    MessageReader(Wire wire, Transaction transaction) {
        this.wire = wire;
        this.transaction = transaction;
    }

    /** Up to the final dot, without the dots of transparency (RFC 5321 4.5.2); returns the number of lines. */
    int readToDot() throws IOException {
        int count = 0;
        byte @Nullable [] line = wire.readOctets();
        while (line != null && !isFinalDot(line)) {
            count++;
            int dot = line[0] == '.' ? 1 : 0;
            transaction.add(line, dot, line.length - dot);
            line = wire.readOctets();
        }
        return count;
    }

    /** So many octets (RFC 3030 2); whether all of them came. */
    boolean read(int count) throws IOException {
        int missing = count;
        while (missing > 0 && wire.isOpen()) {
            byte[] octets = wire.readSome(Math.min(PIECE, missing));
            transaction.add(octets, 0, octets.length);
            missing -= octets.length;
        }
        return missing == 0;
    }

    private static boolean isFinalDot(byte[] line) {
        return line[0] == '.' && (line.length == 2 || line.length == 3 && line[1] == '\r');
    }
}
