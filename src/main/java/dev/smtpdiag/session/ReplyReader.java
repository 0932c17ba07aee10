package dev.smtpdiag.session;

import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.ReplyParser;
import dev.smtpdiag.smtp.ServerOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one reply at a time, bounded in line length, number of lines, octets and time: a server may send whatever it
 * likes for as long as it likes.
 */
final class ReplyReader {

    /** Octets in a line; RFC 5321 4.5.3.1.5 allows 512. */
    static final int MAX_LINE = 8 * 1024;

    static final int MAX_LINES = 10_000;

    /** Octets in a reply. */
    static final int MAX_REPLY = 256 * 1024;

    /** Octets to keep of something that is no reply. */
    private static final int KEPT = 1024;

    /** How long to wait for the rest of something that is no reply, to be able to say what it is. */
    private static final Duration GRACE = Duration.ofMillis(150);

    /** What came of waiting for a reply. */
    sealed interface Received permits Output, Silence, End {}

    /**
     * @param raw every octet of it
     */
    record Output(ServerOutput output, byte[] raw) implements Received {}

    /**
     * @param partial what had come by then
     */
    record Silence(byte[] partial) implements Received {}

    /**
     * @param reset whether the connection was reset rather than closed
     */
    record End(boolean reset, byte[] partial) implements Received {}

    private final Connection connection;
    private final byte[] chunk = new byte[8 * 1024];
    private byte[] buffer = new byte[0];
    private boolean late;

    ReplyReader(Connection connection) {
        this.connection = connection;
    }

    /** Whether octets are there, or the end of the connection, before the deadline. */
    boolean hasInput(Deadline deadline) {
        if (buffer.length > 0) {
            return true;
        }
        try {
            int count = connection.read(chunk, deadline.remaining());
            if (count > 0) {
                append(count);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // the next read meets the same trouble and tells of it
        }
    }

    /** Takes the octets that came behind the last reply. */
    byte[] takePending() {
        byte[] pending = buffer;
        buffer = new byte[0];
        return pending;
    }

    /**
     * @throws IOException only when TLS broke under the dialogue; plain trouble is a {@link Received}
     */
    Received read(Deadline deadline) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        late = false;
        while (true) {
            int lineEnd = indexOfLineFeed();
            if (lineEnd < 0) {
                if (buffer.length > MAX_LINE) {
                    return endless(MalformedReply.Reason.ENDLESS_LINE, lines, raw);
                }
                Received trouble = fill(deadline, raw);
                if (trouble != null) {
                    return trouble;
                }
                continue;
            }
            byte[] line = Arrays.copyOf(buffer, lineEnd + 1);
            buffer = Arrays.copyOfRange(buffer, lineEnd + 1, buffer.length);
            lines.add(line);
            raw.writeBytes(line);
            if (ReplyParser.codeOf(line) < 0) {
                return notAReply(lines, raw, deadline.within(GRACE));
            }
            if (line.length > MAX_LINE) {
                return endless(MalformedReply.Reason.ENDLESS_LINE, lines, raw);
            }
            if (!ReplyParser.continues(line)) {
                return new Output(ReplyParser.parse(lines), raw.toByteArray());
            }
            if (lines.size() >= MAX_LINES || raw.size() >= MAX_REPLY) {
                return endless(MalformedReply.Reason.ENDLESS_REPLY, lines.subList(0, 3), raw);
            }
        }
    }

    private Received endless(MalformedReply.Reason reason, List<byte[]> lines, ByteArrayOutputStream raw) {
        List<byte[]> shown = new ArrayList<>(lines.subList(0, Math.min(3, lines.size())));
        if (shown.isEmpty()) {
            shown.add(Arrays.copyOf(buffer, Math.min(buffer.length, 200)));
        }
        byte[] all = raw.toByteArray();
        byte[] kept = all.length > 0 ? all : buffer;
        return new Output(ReplyParser.malformed(reason, shown), Arrays.copyOf(kept, Math.min(kept.length, KEPT)));
    }

    /** Something else than a reply: takes along what follows at once, because it often tells what it is. */
    private Received notAReply(List<byte[]> lines, ByteArrayOutputStream raw, Deadline tail) {
        try {
            int count = 1;
            while (count > 0 && buffer.length < KEPT && !tail.hasPassed()) {
                count = connection.read(chunk, tail.remaining());
                append(Math.max(0, count));
            }
        } catch (IOException e) {
            // Nothing more comes: what there is must do.
        }
        raw.write(buffer, 0, Math.min(buffer.length, KEPT));
        int lineEnd = indexOfLineFeed();
        while (lineEnd >= 0 && lines.size() < 10) {
            lines.add(Arrays.copyOf(buffer, lineEnd + 1));
            buffer = Arrays.copyOfRange(buffer, lineEnd + 1, buffer.length);
            lineEnd = indexOfLineFeed();
        }
        return new Output(ReplyParser.malformed(MalformedReply.Reason.NO_CODE, lines), raw.toByteArray());
    }

    /** Waits for more; returns null when some came. */
    private @Nullable Received fill(Deadline deadline, ByteArrayOutputStream raw) throws IOException {
        try {
            if (deadline.hasPassed() && late) {
                return new Silence(partial(raw));
            }
            // Once even when it is too late: what has come by now counts.
            late = deadline.hasPassed();
            int count = connection.read(chunk, deadline.remaining());
            if (count < 0) {
                return new End(false, partial(raw));
            }
            append(count);
            return null;
        } catch (SocketTimeoutException e) {
            return new Silence(partial(raw));
        } catch (SocketException e) {
            return new End(true, partial(raw));
        }
    }

    private byte[] partial(ByteArrayOutputStream raw) {
        raw.writeBytes(buffer);
        byte[] all = raw.toByteArray();
        return Arrays.copyOf(all, Math.min(all.length, KEPT));
    }

    private void append(int count) {
        int old = buffer.length;
        buffer = Arrays.copyOf(buffer, old + count);
        System.arraycopy(chunk, 0, buffer, old, count);
    }

    private int indexOfLineFeed() {
        for (int i = 0; i < buffer.length; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
