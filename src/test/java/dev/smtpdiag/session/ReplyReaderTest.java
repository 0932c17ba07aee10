package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongFunction;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server may send whatever it likes for as long as it likes. */
class ReplyReaderTest {

    private static final int KEPT = 1024;

    private final FakeClock clock = new FakeClock();

    private Deadline deadline(int seconds) {
        return Deadline.after(Duration.ofSeconds(seconds), clock);
    }

    /** A server that never stops, and fills every buffer that it is given. */
    private static final class Flood implements Connection {

        private final LongFunction<Character> octet;
        private long position;

        Flood(LongFunction<Character> octet) {
            this.octet = octet;
        }

        @Override
        public int read(byte[] into, Duration timeout) {
            for (int i = 0; i < into.length; i++) {
                into[i] = (byte) (char) octet.apply(position++);
            }
            return into.length;
        }

        @Override
        public void write(byte[] octets) {
            // Does not listen.
        }

        @Override
        public void close() {
            // Goes on all the same.
        }
    }

    private static Flood repeating(String text) {
        return new Flood(position -> text.charAt((int) (position % text.length())));
    }

    private ReplyReader reader(Feed feed, String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        return new ReplyReader(new ScriptedConnection(Script.greetsRaw(octets), feed, clock));
    }

    private ReplyReader.Output readFlood(Flood flood) {
        ReplyReader reader = new ReplyReader(flood);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertInstanceOf(ReplyReader.Output.class, reader.read(deadline(60))));
    }

    private static MalformedReply malformed(ReplyReader.Output output) {
        return assertInstanceOf(MalformedReply.class, output.output());
    }

    @Test
    void aLineWithoutEnd() {
        Flood flood = repeating("x");
        ReplyReader.Output output = readFlood(flood);
        assertEquals(MalformedReply.Reason.ENDLESS_LINE, malformed(output).reason());
        assertEquals(KEPT, output.raw().length);
        assertTrue(malformed(output).lines().get(0).length() <= 200);
        assertTrue(flood.position <= 3L * ReplyReader.MAX_LINE, "read " + flood.position);
    }

    @Test
    void aReplyLineWithoutEnd() {
        Flood flood = new Flood(position -> position < 4 ? "250 ".charAt((int) position) : 'x');
        ReplyReader.Output output = readFlood(flood);
        assertEquals(MalformedReply.Reason.ENDLESS_LINE, malformed(output).reason());
        assertTrue(flood.position <= 3L * ReplyReader.MAX_LINE, "read " + flood.position);
    }

    @Test
    void anEndlessLineBehindGoodOnes() {
        String start = "250-one\r\n250-two\r\n250-three\r\n250-four\r\n250-";
        Flood flood = new Flood(position -> position < start.length() ? start.charAt((int) position) : 'x');
        ReplyReader.Output output = readFlood(flood);
        assertEquals(MalformedReply.Reason.ENDLESS_LINE, malformed(output).reason());
        assertTrue(output.raw().length <= KEPT);
        assertEquals("250-one", malformed(output).lines().get(0));
        assertTrue(malformed(output).lines().size() <= 3);
    }

    @Test
    void aReplyOfSmallLinesWithoutEnd() {
        Flood flood = repeating("250-\n");
        ReplyReader.Output output = readFlood(flood);
        assertEquals(MalformedReply.Reason.ENDLESS_REPLY, malformed(output).reason());
        assertEquals(KEPT, output.raw().length);
        assertEquals(3, malformed(output).lines().size());
        assertTrue(flood.position <= 2L * ReplyReader.MAX_REPLY, "read " + flood.position);
    }

    @Test
    void aReplyOfLongLinesThatPromisesAGigabyte() {
        Flood flood = repeating("250-" + "x".repeat(8000) + "\r\n");
        ReplyReader.Output output = readFlood(flood);
        assertEquals(MalformedReply.Reason.ENDLESS_REPLY, malformed(output).reason());
        assertEquals(KEPT, output.raw().length);
        assertTrue(flood.position <= 2L * ReplyReader.MAX_REPLY, "read " + flood.position);
    }

    @Test
    void nonsenseWithoutEnd() {
        ReplyReader.Output output = readFlood(repeating("nonsense\r\n"));
        assertEquals(MalformedReply.Reason.NO_CODE, malformed(output).reason());
        assertTrue(output.raw().length <= 3 * ReplyReader.MAX_LINE, "kept " + output.raw().length);
        assertTrue(malformed(output).lines().size() <= 10);
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void fiveThousandLinesAreAReply(Feed feed) throws IOException {
        String text = "250-line\r\n".repeat(4999) + "250 last\r\n";
        ReplyReader reader = reader(feed, text);
        ReplyReader.Output output = assertInstanceOf(ReplyReader.Output.class, reader.read(deadline(60)));
        assertEquals(
                5000, assertInstanceOf(Reply.class, output.output()).lines().size());
        assertEquals(text.length(), output.raw().length);
    }

    @Test
    void aLineOfTheLargestSizeIsAReply() throws IOException {
        String line = "250 " + "x".repeat(ReplyReader.MAX_LINE - 6) + "\r\n";
        ReplyReader.Output output = assertInstanceOf(
                ReplyReader.Output.class, reader(Feed.WHOLE, line).read(deadline(60)));
        assertInstanceOf(Reply.class, output.output());
        String longer = "250 x" + "x".repeat(ReplyReader.MAX_LINE - 6) + "\r\n";
        ReplyReader.Output refused = assertInstanceOf(
                ReplyReader.Output.class, reader(Feed.WHOLE, longer).read(deadline(60)));
        assertEquals(MalformedReply.Reason.ENDLESS_LINE, malformed(refused).reason());
    }

    @Test
    void aDripIsStoppedByTheDeadline() throws IOException {
        DrippingConnection drip = new DrippingConnection(clock, Duration.ofMillis(900), "250-drip\r\n");
        ReplyReader.Silence silence =
                assertInstanceOf(ReplyReader.Silence.class, new ReplyReader(drip).read(deadline(30)));
        assertEquals(33, drip.count());
        assertEquals(33, silence.partial().length);
        DrippingConnection line = new DrippingConnection(clock, Duration.ofMillis(1), "x");
        ReplyReader.Silence cut = assertInstanceOf(ReplyReader.Silence.class, new ReplyReader(line).read(deadline(5)));
        assertEquals(KEPT, cut.partial().length);
    }

    @Test
    void aDeadlineThatHasPassedIsNotWaitedForButWhatIsThereCounts() throws IOException {
        ReplyReader reader = reader(Feed.WHOLE, "250 just in time\r\n");
        assertInstanceOf(ReplyReader.Output.class, reader.read(deadline(0)));
        DrippingConnection drip = new DrippingConnection(clock, Duration.ofMillis(1), "x");
        assertInstanceOf(ReplyReader.Silence.class, new ReplyReader(drip).read(deadline(0)));
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void oneReplyAtATime(Feed feed) throws IOException {
        ReplyReader reader = reader(feed, "250-a\r\n250 b\r\n354 go\r\n");
        ReplyReader.Output first = assertInstanceOf(ReplyReader.Output.class, reader.read(deadline(1)));
        ReplyReader.Output second = assertInstanceOf(ReplyReader.Output.class, reader.read(deadline(1)));
        assertArrayEquals("250-a\r\n250 b\r\n".getBytes(StandardCharsets.US_ASCII), first.raw());
        assertArrayEquals("354 go\r\n".getBytes(StandardCharsets.US_ASCII), second.raw());
        assertInstanceOf(ReplyReader.Silence.class, reader.read(deadline(1)));
    }

    @Test
    void whatIsPendingCanBeTakenOnce() throws IOException {
        ReplyReader reader = reader(Feed.WHOLE, "220 go\r\n250 injected\r\n");
        reader.read(deadline(1));
        assertArrayEquals("250 injected\r\n".getBytes(StandardCharsets.US_ASCII), reader.takePending());
        assertEquals(0, reader.takePending().length);
    }

    @Test
    void lookingWhetherThereIsInputLosesNothing() throws IOException {
        ReplyReader reader = reader(Feed.BY_BYTE, "250 x\r\n");
        assertTrue(reader.hasInput(deadline(1)));
        assertTrue(reader.hasInput(deadline(1)));
        assertInstanceOf(ReplyReader.Output.class, reader.read(deadline(1)));
        assertFalse(reader.hasInput(deadline(1)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEndOfTheConnection(boolean reset) throws IOException {
        Script script = Script.greets("250-a").ends(reset ? Script.End.RESETS : Script.End.CLOSES);
        ReplyReader reader = new ReplyReader(new ScriptedConnection(script, Feed.WHOLE, clock));
        assertTrue(reader.hasInput(deadline(1)));
        ReplyReader.End end = assertInstanceOf(ReplyReader.End.class, reader.read(deadline(1)));
        assertEquals(reset, end.reset());
        assertArrayEquals("250-a\r\n".getBytes(StandardCharsets.US_ASCII), end.partial());
        assertTrue(reader.hasInput(deadline(1)), "the end counts as input");
    }

    @Test
    void brokenTlsIsNotMistakenForAClosedConnection() {
        Connection broken = new Connection() {
            @Override
            public int read(byte[] into, Duration timeout) throws IOException {
                throw new SSLException("bad record");
            }

            @Override
            public void write(byte[] octets) {
                // Nobody listens.
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
        ReplyReader reader = new ReplyReader(broken);
        assertThrows(SSLException.class, () -> reader.read(deadline(1)));
    }
}
