package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.smtp.Deviation;
import dev.smtpdiag.smtp.Extension;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Event.Decision;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelloDialogueTest {

    private static final Plan PLAN = Wishes.plain().plan();

    private static Walk helloAnsweredBy(String file) {
        return Walk.through(PLAN, Script.greets("220 mx.example").thenRaw("EHLO me.example", Script.file(file)));
    }

    private static List<String> announced(Walk walk) {
        return walk.transcript().extensions().all().stream()
                .map(Extension::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ehlo-lowercase.txt|STARTTLS; SIZE 1000; AUTH plain login; 8BITMIME",
                "ehlo-auth-both-styles.txt|AUTH CRAM-MD5 LOGIN; AUTH= LOGIN PLAIN; HELP",
                "ehlo-bare-lf.txt|AUTH PLAIN; HELP",
                "ehlo-codes-differ.txt|AUTH PLAIN; HELP",
                "ehlo-empty-lines.txt|AUTH PLAIN",
                "ehlo-no-extensions.txt|''"
            })
    void whatIsAnnounced(String file, String expected) {
        Walk walk = helloAnsweredBy(file);
        walk.assertPassed(Stage.GREETING, Stage.EHLO, Stage.QUIT);
        assertEquals(expected, String.join("; ", announced(walk)));
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
    }

    @Test
    void deviationsAreNoted() {
        assertEquals(
                Set.of(Deviation.BARE_LF),
                helloAnsweredBy("ehlo-bare-lf.txt").reply(Stage.EHLO).deviations());
        assertEquals(
                Set.of(Deviation.CODES_DIFFER),
                helloAnsweredBy("ehlo-codes-differ.txt").reply(Stage.EHLO).deviations());
    }

    @Test
    void aLineWithoutACodeEndsTheDialogue() {
        Walk walk = helloAnsweredBy("ehlo-line-without-code.txt");
        walk.assertFailed(Stage.EHLO, Failure.MALFORMED);
        assertEquals(List.of("EHLO me.example"), walk.sent());
        assertEquals(
                List.of("250-mx.example", "AUTH PLAIN"),
                walk.step(Stage.EHLO)
                        .last(Event.MalformedReceived.class)
                        .orElseThrow()
                        .reply()
                        .lines());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void heloFollowsWhereEhloIsNotKnown(int code) {
        Script script = Script.greets("220 mx.example")
                .then("EHLO me.example", code + " what?")
                .then("HELO me.example", "250-mx.example", "250 AUTH PLAIN");
        Walk walk = Walk.through(Wishes.loginInClear().plan(), script);
        walk.assertPassed(Stage.EHLO);
        assertEquals(List.of(Decision.HELO_FALLBACK), walk.decisions());
        assertEquals(2, walk.step(Stage.EHLO).all(Event.ReplyReceived.class).size());
        // HELO announces nothing, whatever its lines look like.
        walk.assertFailed(Stage.AUTH, Failure.NOT_OFFERED);
        assertEquals(List.of("EHLO me.example", "HELO me.example", "QUIT"), walk.sent());
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 503, 550, 554, 450, 451, 521})
    void heloDoesNotFollowARefusal(int code) {
        Script script = Script.greets("220 mx.example").then("EHLO me.example", code + " go away");
        Walk walk = Walk.through(PLAN, script);
        walk.assertFailed(Stage.EHLO, Failure.NEGATIVE_REPLY);
        assertEquals(List.of(), walk.decisions());
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
        assertEquals(Extensions.NONE, walk.transcript().extensions());
    }

    @Test
    void heloRefusedToo() {
        Script script = Script.greets("220 mx.example")
                .then("EHLO me.example", "502 what?")
                .then("HELO me.example", "550 go away");
        Walk walk = Walk.through(PLAN, script);
        walk.assertFailed(Stage.EHLO, Failure.NEGATIVE_REPLY);
        assertEquals(550, walk.reply(Stage.EHLO).code().value());
        assertEquals(List.of("EHLO me.example", "HELO me.example", "QUIT"), walk.sent());
    }

    @Test
    void anUnexpectedCodeIsNoAnnouncement() {
        Script script = Script.greets("220 mx.example").then("EHLO me.example", "220-mx.example", "220 AUTH PLAIN");
        Walk walk = Walk.through(PLAN, script);
        walk.assertFailed(Stage.EHLO, Failure.UNEXPECTED_REPLY);
        assertEquals(List.of(), announced(walk));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.9, [192.0.2.9]",
        "2001:db8::9, [IPv6:2001:db8::9]",
        "fe80::9%eth0, [IPv6:fe80::9]",
        "0:0:0:0:0:0:0:1, [IPv6:0:0:0:0:0:0:0:1]"
    })
    void withoutANameWeSayOurAddress(String local, String literal) {
        FakeClock clock = new FakeClock();
        Script script = Script.greets("220 mx.example").then("EHLO " + literal, "250 mx.example");
        ScriptedConnector connector =
                new ScriptedConnector(Feed.WHOLE, clock, new Endpoint(local, 40000)).answers(Walk.ADDRESS, script);
        Walk.through(Wishes.plain().nameless().plan(), connector, clock, Walk.ADDRESS)
                .assertPassed(Stage.EHLO);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, 0", "FIRST_EHLO, 1", "TLS, 1", "EHLO, 1", "AUTH, 1"})
    void stopsWhereItIsToldTo(StopAfter stop, int ehlos) {
        Script script = Script.greets("220 mx.example");
        if (ehlos > 0) {
            script.then("EHLO me.example", "250 mx.example");
        }
        Plan plan = Wishes.plain()
                .stopAfter(stop)
                .envelope("a@example.com", "b@example.com")
                .plan();
        Walk walk = Walk.through(plan, script);
        walk.assertPassed(Stage.QUIT);
        assertEquals(ehlos + 1, walk.sent().size());
        assertEquals("QUIT", walk.sent().get(ehlos));
    }
}
