package dev.smtpdiag.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.ReplyCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000);
    private final List<Event> heard = new ArrayList<>();
    private final Recorder recorder = new Recorder(nanos::get, heard::add);

    private void afterMillis(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    private void say(String command) {
        recorder.record(stamp -> new Event.CommandSent(stamp, command));
    }

    private static Reply reply(String... lines) {
        return new Reply(new ReplyCode(250), null, List.of(lines), Set.of());
    }

    private List<Stamp> stamps() {
        return recorder.transcript().events().stream().map(Event::stamp).toList();
    }

    @Test
    void numbersLinesAsAPrintedTranscriptDoes() {
        say("EHLO a");
        recorder.record(stamp -> new Event.ReplyReceived(stamp, reply("a", "b", "c"), "", Duration.ZERO));
        say("QUIT");
        recorder.record(stamp -> new Event.StepEnded(stamp, StepResult.passed(), Duration.ZERO));
        MalformedReply malformed = new MalformedReply(MalformedReply.Reason.NO_CODE, List.of("x", "y"));
        recorder.record(stamp -> new Event.MalformedReceived(stamp, malformed, "", Duration.ZERO));
        say("RSET");
        assertEquals(
                List.of(1, 2, 5, 6, 6, 7), stamps().stream().map(Stamp::line).toList());
    }

    @Test
    void stampsTheTimeSinceTheBeginningEvenWhenTheClockWraps() {
        say("a");
        afterMillis(3);
        say("b");
        afterMillis(4);
        say("c");
        assertEquals(
                List.of(Duration.ZERO, Duration.ofMillis(3), Duration.ofMillis(7)),
                stamps().stream().map(Stamp::at).toList());
        assertEquals(Duration.ofMillis(7), recorder.elapsed());
    }

    @Test
    void stampsTheStageAndTheSecurity() {
        say("a");
        recorder.enter(Stage.STARTTLS);
        say("b");
        recorder.secured();
        recorder.enter(Stage.EHLO_TLS);
        say("c");
        recorder.recordBeside(Stage.CONNECT, stamp -> new Event.CommandSent(stamp, "d"));
        say("e");
        assertEquals(
                List.of(Stage.RESOLVE, Stage.STARTTLS, Stage.EHLO_TLS, Stage.CONNECT, Stage.EHLO_TLS),
                stamps().stream().map(Stamp::stage).toList());
        assertEquals(
                List.of(false, false, true),
                stamps().stream().limit(3).map(Stamp::secure).toList());
    }

    @Test
    void tellsTheListenerOfEveryEventInOrder() {
        say("a");
        assertEquals(1, heard.size());
        say("b");
        assertEquals(recorder.transcript().events(), heard);
    }

    @Test
    void aTranscriptIsASnapshot() {
        say("a");
        Transcript before = recorder.transcript();
        say("b");
        assertEquals(1, before.events().size());
        assertThrows(UnsupportedOperationException.class, () -> before.events().clear());
    }

    @Test
    void rawKeepsEveryOctet() {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        String raw = Recorder.raw(octets);
        assertEquals(256, raw.length());
        for (int i = 0; i < octets.length; i++) {
            assertEquals(i, raw.charAt(i));
        }
    }

    @Test
    void severalThreadsLoseNothing() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 250; k++) {
                    say("x");
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<Integer> lines = stamps().stream().map(Stamp::line).toList();
        assertEquals(1000, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(i + 1, lines.get(i));
        }
    }
}
