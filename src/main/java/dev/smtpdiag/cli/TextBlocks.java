package dev.smtpdiag.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Text of any size in blocks of whole lines, so that a log of gigabytes fits into little memory. Lines that are too long to
 * hold a reply, or that are no text, are skipped and counted. Octets that are not UTF-8 are replaced.
 */
final class TextBlocks {

    static final int LONGEST_LINE = 64 * 1024;
    private static final int BLOCK = 1 << 20;
    private static final int MOST_CARRIED = 50;

    private final InputStream in;
    private final Deque<String> carried = new ArrayDeque<>();
    private byte[] line = new byte[512];
    private long skipped;
    private boolean ended;

    TextBlocks(InputStream in) {
        this.in = new BufferedInputStream(in, LONGEST_LINE);
    }

    /** The next block, or null at the end. */
    @Nullable
    String next() throws IOException {
        StringBuilder block = new StringBuilder();
        carried.forEach(text -> block.append(text).append('\n'));
        carried.clear();
        while (!ended && block.length() < BLOCK) {
            String text = line();
            if (text != null) {
                block.append(text).append('\n');
            }
        }
        if (!ended) {
            carryUnfinishedReply(block);
        }
        return block.length() == 0 ? null : block.toString();
    }

    /** Lines that were skipped so far. */
    long skipped() {
        return skipped;
    }

    /** A reply of several lines stays together: those that say that another follows begin the next block. */
    private void carryUnfinishedReply(StringBuilder block) {
        while (carried.size() < MOST_CARRIED) {
            int start = block.lastIndexOf("\n", block.length() - 2) + 1;
            String last = block.substring(start, Math.max(start, block.length() - 1));
            if (start == 0 || !announcesAnother(last)) {
                return;
            }
            carried.addFirst(last);
            block.setLength(start);
        }
    }

    /** Whether it holds a reply code and a hyphen, as in {@code 250-SIZE}. */
    private static boolean announcesAnother(String text) {
        for (int hyphen = text.indexOf('-', 3); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
            boolean code = Character.isDigit(text.charAt(hyphen - 1))
                    && Character.isDigit(text.charAt(hyphen - 2))
                    && Character.isDigit(text.charAt(hyphen - 3));
            if (code && (hyphen == 3 || !Character.isLetterOrDigit(text.charAt(hyphen - 4)))) {
                return true;
            }
        }
        return false;
    }

    /** The next line; null when it was skipped. */
    private @Nullable String line() throws IOException {
        int length = 0;
        boolean usable = true;
        int octet = in.read();
        ended = octet < 0;
        if (ended) {
            return null;
        }
        while (octet >= 0 && octet != '\n') {
            usable &= length < LONGEST_LINE && isText(octet);
            if (usable) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, line.length * 2);
                }
                line[length] = (byte) octet;
                length++;
            }
            octet = in.read();
        }
        if (!usable) {
            skipped++;
            return null;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    /** Tabulators, carriage returns and escape sequences occur in logs; other control characters do not. */
    private static boolean isText(int octet) {
        return octet >= ' ' || octet == '\t' || octet == '\r' || octet == 0x1b;
    }
}
