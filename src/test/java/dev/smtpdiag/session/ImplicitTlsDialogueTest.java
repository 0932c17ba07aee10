package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.session.tls.TestChains;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImplicitTlsDialogueTest {

    private static final Plan PLAN =
            Wishes.plain().mode(TlsMode.IMPLICIT).login().plan();

    @Test
    void tlsComesFirst() {
        Script script = Script.speaksTls(TestChains.good("mail.example"), "220 mx.example")
                .thenRaw("EHLO me.example", Script.file("ehlo-auth.txt"))
                .then("AUTH PLAIN " + AuthDialogueTest.plain(), "235 welcome");
        Walk walk = Walk.through(PLAN, script);
        assertEquals(
                List.of(Stage.RESOLVE, Stage.CONNECT, Stage.TLS, Stage.GREETING, Stage.EHLO, Stage.AUTH, Stage.QUIT),
                walk.stages());
        walk.stages().forEach(walk::assertPassed);
        assertTrue(walk.transcript().extensionsInClear().isEmpty());
        assertTrue(walk.transcript().extensionsUnderTls().orElseThrow().offersAuth());
    }

    @Test
    void noSecondConnectionUnderTls() {
        Walk walk = Walk.through(PLAN, Script.speaksTls(TestChains.good("mail.example")));
        walk.assertFailed(Stage.GREETING, Failure.SILENCE);
        assertEquals(List.of(), walk.decisions());
        assertEquals(1, walk.connections().size());
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void aPlainGreetingMeansTheWrongMode(Feed feed) {
        Walk walk = Walk.through(PLAN, Script.greets("220 mx.example"), feed);
        walk.assertFailed(Stage.TLS, Failure.WRONG_TLS_MODE);
        assertTrue(walk.transcript()
                .first(Event.TlsFailed.class)
                .orElseThrow()
                .plaintext()
                .startsWith("220 m"));
        assertEquals(List.of(), walk.sent());
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void anythingElseIsMalformed(Feed feed) {
        Walk walk = Walk.through(PLAN, Script.greets("SSH-2.0-OpenSSH_9.2"), feed);
        walk.assertFailed(Stage.TLS, Failure.MALFORMED);
        assertEquals(List.of(), walk.sent());
    }

    @Test
    void silenceClosingAndReset() {
        Walk silent = Walk.through(PLAN, Script.greets());
        silent.assertFailed(Stage.TLS, Failure.SILENCE);
        assertTrue(silent.transcript().first(Event.TimedOut.class).isPresent());
        Walk closed = Walk.through(PLAN, Script.greets().ends(Script.End.CLOSES));
        closed.assertFailed(Stage.TLS, Failure.HANDSHAKE);
        Walk reset = Walk.through(PLAN, Script.greets().ends(Script.End.RESETS));
        reset.assertFailed(Stage.TLS, Failure.HANDSHAKE);
        assertTrue(reset.transcript().first(Event.Closed.class).orElseThrow().reset());
    }
}
