package dev.smtpdiag.smtp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a reply of raw lines (RFC 5321 4.2, Reply-line).
 *
 * <p>Tolerant where servers are known to be sloppy, and every tolerance leaves a {@link Deviation}.
 */
public final class ReplyParser {

    private static final int RFC_LINE_OCTETS = 512;

    private ReplyParser() {}

    /** Whether a raw line, with or without its line end, announces that another line follows. */
    public static boolean continues(byte[] line) {
        return codeOf(line) > 0 && line.length > 3 && line[3] == '-';
    }

    /**
     * The reply code that a raw line starts with.
     *
     * @return the number, or -1 when there is none
     */
    public static int codeOf(byte[] line) {
        if (line.length < 3) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < 3; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return -1;
            }
            number = number * 10 + line[i] - '0';
        }
        boolean longerNumber = line.length > 3 && line[3] >= '0' && line[3] <= '9';
        return ReplyCode.isValid(number) && !longerNumber ? number : -1;
    }

    /**
     * Parses all lines of one reply, line ends included.
     *
     * @param rawLines at least one line
     */
    public static ServerOutput parse(List<byte[]> rawLines) {
        Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
        List<String> texts = new ArrayList<>(rawLines.size());
        EnhancedStatusCode enhanced = null;
        int code = -1;
        for (byte[] raw : rawLines) {
            int lineCode = codeOf(raw);
            if (lineCode < 0) {
                return malformed(MalformedReply.Reason.NO_CODE, rawLines);
            }
            if (code > 0 && code != lineCode) {
                deviations.add(Deviation.CODES_DIFFER);
            }
            code = lineCode;
            String text = textOf(raw, deviations);
            EnhancedStatusCode leading = EnhancedStatusCode.leading(text);
            enhanced = leading != null ? leading : enhanced;
            texts.add(text);
        }
        if (enhanced != null && enhanced.classDigit() != code / 100) {
            deviations.add(Deviation.CLASSES_DIFFER);
        }
        return new Reply(new ReplyCode(code), enhanced, texts, deviations);
    }

    /** The lines of something that is no reply, decoded. */
    public static MalformedReply malformed(MalformedReply.Reason reason, List<byte[]> rawLines) {
        return new MalformedReply(
                reason,
                rawLines.stream().map(line -> decode(line, 0, contentEnd(line))).toList());
    }

    private static String textOf(byte[] raw, Set<Deviation> deviations) {
        int end = contentEnd(raw);
        if (raw.length > RFC_LINE_OCTETS) {
            deviations.add(Deviation.LINE_TOO_LONG);
        }
        if (end < raw.length && raw[end] == '\n') {
            deviations.add(Deviation.BARE_LF);
        }
        for (int i = 3; i < end; i++) {
            if (raw[i] < 0) {
                deviations.add(Deviation.NON_ASCII);
            } else if (raw[i] < ' ' && raw[i] != '\t' || raw[i] == 0x7f) {
                deviations.add(Deviation.CONTROL_CHARACTERS);
            }
        }
        if (end == 3) {
            return "";
        }
        boolean separated = raw[3] == ' ' || raw[3] == '-';
        if (!separated) {
            deviations.add(Deviation.NO_SEPARATOR);
        }
        return decode(raw, separated ? 4 : 3, end);
    }

    private static int contentEnd(byte[] line) {
        int end = line.length;
        if (end > 0 && line[end - 1] == '\n') {
            end--;
            if (end > 0 && line[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    /** UTF-8 where the octets are UTF-8, otherwise Latin-1, which accepts all and loses none. */
    private static String decode(byte[] bytes, int start, int end) {
        @Nullable String utf8 = decodeUtf8(bytes, start, end);
        return utf8 != null ? utf8 : new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String decodeUtf8(byte[] bytes, int start, int end) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
