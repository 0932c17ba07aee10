package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.smtpdiag.smtp.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first octet is the size of the portions in which the rest arrives. */
class ReplyReaderFuzzTest {

    @FuzzTest
    void anyOctetsInAnyPortions(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        byte[] octets = Arrays.copyOfRange(data, 1, data.length);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        List<Reply> replies = replies(octets, 1 + (data[0] & 0xff), raw);
        assertArrayEquals(Arrays.copyOf(octets, raw.size()), raw.toByteArray());
        // However it arrives, it is the same.
        assertEquals(replies, replies(octets, Integer.MAX_VALUE, new ByteArrayOutputStream()));
        int step = 1 + octets.length / 1000; // byte by byte, unless that would take for ever
        assertEquals(replies, replies(octets, step, new ByteArrayOutputStream()));
    }

    /** The replies up to the first thing that is none. */
    private static List<Reply> replies(byte[] octets, int portion, ByteArrayOutputStream raw) throws IOException {
        FakeClock clock = new FakeClock();
        ReplyReader reader = new ReplyReader(new FuzzedConnection(octets, portion, 0, clock));
        List<Reply> replies = new ArrayList<>();
        while (true) {
            ReplyReader.Received received = reader.read(Deadline.after(Duration.ofSeconds(9), clock));
            if (received instanceof ReplyReader.Output output && output.output() instanceof Reply reply) {
                assertTrue(reply.lines().size() <= ReplyReader.MAX_LINES);
                assertTrue(output.raw().length <= ReplyReader.MAX_REPLY + ReplyReader.MAX_LINE);
                replies.add(reply);
                raw.writeBytes(output.raw());
            } else {
                assertTrue(kept(received) <= 3 * ReplyReader.MAX_LINE + ReplyReader.MAX_REPLY);
                return replies;
            }
        }
    }

    private static int kept(ReplyReader.Received received) {
        if (received instanceof ReplyReader.Output output) {
            return output.raw().length;
        }
        ReplyReader.End end = (ReplyReader.End) received;
        return end.partial().length;
    }
}
