package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.smtp.Deviation;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingDialogueTest {

    private static final Plan PLAN = Wishes.plain().stopAfter(StopAfter.CONNECT).plan();

    private static Walk greetedBy(String file) {
        return Walk.through(PLAN, Script.greetsRaw(Script.file(file)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "greeting-multi-line.txt, none",
                "greeting-code-alone.txt, none",
                "greeting-bare-lf.txt, BARE_LF",
                "greeting-no-separator.txt, NO_SEPARATOR",
                "greeting-latin1.txt, NON_ASCII",
                "greeting-utf8.txt, NON_ASCII",
                "greeting-long-line.txt, LINE_TOO_LONG",
                "greeting-control-characters.txt, CONTROL_CHARACTERS",
                "greeting-codes-differ-good-last.txt, CODES_DIFFER",
                "greeting-classes-differ.txt, CLASSES_DIFFER"
            })
    void greetingsThatAreAccepted(String file, Deviation deviation) {
        Walk walk = greetedBy(file);
        walk.assertPassed(Stage.RESOLVE, Stage.CONNECT, Stage.GREETING, Stage.QUIT);
        assertEquals(List.of("QUIT"), walk.sent());
        assertEquals(
                deviation == null ? Set.of() : Set.of(deviation),
                walk.reply(Stage.GREETING).deviations());
        assertEquals(
                Recorder.raw(Script.file(file)),
                walk.step(Stage.GREETING).replyEvent().orElseThrow().raw());
    }

    @Test
    void theLinesOfALongGreeting() {
        assertEquals(
                List.of("mx.example ESMTP", "We do not accept", "unsolicited mail"),
                greetedBy("greeting-multi-line.txt").reply(Stage.GREETING).lines());
        List<String> munich = List.of("mx.example Grüße aus München");
        assertEquals(
                munich, greetedBy("greeting-utf8.txt").reply(Stage.GREETING).lines());
        assertEquals(
                munich, greetedBy("greeting-latin1.txt").reply(Stage.GREETING).lines());
    }

    @Test
    void theLastCodeDecides() {
        Walk walk = greetedBy("greeting-codes-differ-bad-last.txt");
        walk.assertFailed(Stage.GREETING, Failure.UNEXPECTED_REPLY);
        assertEquals(Set.of(Deviation.CODES_DIFFER), walk.reply(Stage.GREETING).deviations());
    }

    @ParameterizedTest
    @CsvSource({
        "554 no, NEGATIVE_REPLY",
        "450 later, NEGATIVE_REPLY",
        "250 ok, UNEXPECTED_REPLY",
        "334 , UNEXPECTED_REPLY"
    })
    void aRefusalIsAnsweredWithQuit(String greeting, Failure failure) {
        Walk walk = Walk.through(Wishes.plain().plan(), Script.greets(greeting));
        walk.assertFailed(Stage.GREETING, failure);
        assertEquals(List.of("QUIT"), walk.sent());
        walk.assertPassed(Stage.QUIT);
    }

    @Test
    void a421EndsItAll() {
        Walk walk = Walk.through(Wishes.plain().plan(), Script.greets("421 too busy"));
        walk.assertFailed(Stage.GREETING, Failure.NEGATIVE_REPLY);
        assertEquals(List.of(), walk.sent());
        assertEquals(List.of(Stage.RESOLVE, Stage.CONNECT, Stage.GREETING), walk.stages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting-http.txt", "greeting-ssh.txt", "greeting-pop3.txt"})
    void whatIsNoGreetingEndsItAll(String file) {
        Walk walk = greetedBy(file);
        walk.assertFailed(Stage.GREETING, Failure.MALFORMED);
        assertEquals(List.of(), walk.sent());
        Event.MalformedReceived event =
                walk.step(Stage.GREETING).last(Event.MalformedReceived.class).orElseThrow();
        assertEquals(MalformedReply.Reason.NO_CODE, event.reply().reason());
        assertEquals(Recorder.raw(Script.file(file)), event.raw());
        assertEquals(List.of(event.raw().strip()), event.reply().lines());
    }

    @Test
    void theLinesBehindANonGreetingAreKept() {
        Script script = Script.greets("HTTP/1.1 400 Bad Request", "Server: nginx", "", "<html>");
        Walk walk = Walk.through(PLAN, script, Feed.WHOLE);
        walk.assertFailed(Stage.GREETING, Failure.MALFORMED);
        Event.MalformedReceived event =
                walk.transcript().first(Event.MalformedReceived.class).orElseThrow();
        assertEquals(
                List.of("HTTP/1.1 400 Bad Request", "Server: nginx", "", "<html>"),
                event.reply().lines());
        assertEquals(event.raw(), "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n<html>\r\n");
    }

    @Test
    void aPartOfAGreetingIsKept() {
        Walk closed = Walk.through(
                PLAN, Script.greetsRaw(Script.octets("220-mx.example")).ends(Script.End.CLOSES));
        closed.assertFailed(Stage.GREETING, Failure.CLOSED);
        Event.Closed event = closed.transcript().first(Event.Closed.class).orElseThrow();
        assertEquals("220-mx.example\r\n", event.partial());
        assertEquals(false, event.reset());
        Walk silent =
                Walk.through(PLAN, Script.greetsRaw("220 mx".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        silent.assertFailed(Stage.GREETING, Failure.SILENCE);
        assertEquals(
                "220 mx",
                silent.transcript().first(Event.TimedOut.class).orElseThrow().partial());
    }

    @Test
    void closedOrResetBeforeTheGreeting() {
        Walk closed = Walk.through(PLAN, Script.greets().ends(Script.End.CLOSES));
        closed.assertFailed(Stage.GREETING, Failure.CLOSED);
        Walk reset = Walk.through(PLAN, Script.greets().ends(Script.End.RESETS));
        reset.assertFailed(Stage.GREETING, Failure.CLOSED);
        assertTrue(reset.transcript().first(Event.Closed.class).orElseThrow().reset());
        assertEquals(List.of(), reset.sent());
    }

    @Test
    void theTimeOfTheGreetingCountsFromTheConnection() {
        Script script = Script.greetsAfter(Duration.ofMillis(1500), Script.octets("220 mx"));
        Walk walk = Walk.through(PLAN, script);
        Event.ReplyReceived greeting = walk.step(Stage.GREETING).replyEvent().orElseThrow();
        assertEquals(Duration.ofMillis(1500), greeting.took());
        assertEquals(Duration.ofMillis(1500), greeting.stamp().at());
        assertEquals(Duration.ofMillis(1500), walk.step(Stage.GREETING).took());
        assertEquals(List.of(), walk.decisions());
    }
}
