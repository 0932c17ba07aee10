package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MAIL and RCPT are asked, a message is never sent. */
class TransactionDialogueTest {

    private static final String MAIL = "MAIL FROM:<a@example.com>";
    private static final String RCPT_B = "RCPT TO:<b@example.com>";
    private static final String RCPT_C = "RCPT TO:<c@example.com>";

    private static Script hello() {
        return Script.greets("220 mx.example").then("EHLO me.example", "250 mx.example");
    }

    private static Plan to(String... recipients) {
        return Wishes.plain().envelope("a@example.com", recipients).plan();
    }

    /** What was said behind EHLO. */
    private static List<String> said(Walk walk) {
        assertTrue(walk.sent().stream().noneMatch(line -> line.startsWith("DATA") || line.startsWith("BDAT")));
        return walk.sent().subList(1, walk.sent().size());
    }

    @Test
    void anAcceptedTransactionIsUndone() {
        Script script = hello().then(MAIL, "250 ok").then(RCPT_B, "250 ok").then("RSET", "250 ok");
        Walk walk = Walk.through(to("b@example.com"), script);
        walk.assertPassed(Stage.MAIL, Stage.RCPT, Stage.QUIT);
        assertEquals(List.of(MAIL, RCPT_B, "RSET", "QUIT"), said(walk));
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 251, 252})
    void codesThatAcceptARecipient(int code) {
        Script script = hello().then(MAIL, "250 ok").then(RCPT_B, code + " ok").then("RSET", "250 ok");
        Walk.through(to("b@example.com"), script).assertPassed(Stage.RCPT);
    }

    @Test
    void oneAcceptedRecipientIsEnough() {
        Script script = hello().then(MAIL, "250 ok")
                .then(RCPT_B, "550 5.1.1 who?")
                .then(RCPT_C, "250 ok")
                .then("RSET", "250 ok");
        Walk walk = Walk.through(to("b@example.com", "c@example.com"), script);
        walk.assertPassed(Stage.RCPT);
        assertEquals(
                List.of(550, 250),
                walk.step(Stage.RCPT).all(Event.ReplyReceived.class).stream()
                        .map(event -> event.reply().code().value())
                        .toList());
    }

    @Test
    void theFirstOfTwoMayBeTheAcceptedOne() {
        Script script = hello().then(MAIL, "250 ok")
                .then(RCPT_B, "250 ok")
                .then(RCPT_C, "450 later")
                .then("RSET", "250 ok");
        Walk.through(to("b@example.com", "c@example.com"), script).assertPassed(Stage.RCPT, Stage.QUIT);
    }

    @Test
    void noAcceptedRecipientFailsTheStep() {
        Script script = hello().then(MAIL, "250 ok")
                .then(RCPT_B, "550 5.1.1 who?")
                .then(RCPT_C, "450 later")
                .then("RSET", "250 ok");
        Walk walk = Walk.through(to("b@example.com", "c@example.com"), script);
        walk.assertFailed(Stage.RCPT, Failure.NEGATIVE_REPLY);
        walk.assertPassed(Stage.QUIT);
        assertEquals(List.of(MAIL, RCPT_B, RCPT_C, "RSET", "QUIT"), said(walk));
    }

    @ParameterizedTest
    @ValueSource(ints = {550, 530, 451, 503})
    void aRefusedSenderEndsTheTransaction(int code) {
        Walk walk = Walk.through(to("b@example.com"), hello().then(MAIL, code + " no"));
        walk.assertFailed(Stage.MAIL, Failure.NEGATIVE_REPLY);
        assertEquals(List.of(MAIL, "QUIT"), said(walk));
    }

    @Test
    void aMiddleReplyToMailIsUnexpected() {
        Walk walk = Walk.through(to("b@example.com"), hello().then(MAIL, "354 go ahead"));
        walk.assertFailed(Stage.MAIL, Failure.UNEXPECTED_REPLY);
    }

    @Test
    void theNullReversePath() {
        Plan plan = Wishes.plain().envelope("").plan();
        Walk walk = Walk.through(plan, hello().then("MAIL FROM:<>", "250 ok").then("RSET", "250 ok"));
        walk.assertPassed(Stage.MAIL, Stage.QUIT);
        assertTrue(walk.transcript().step(Stage.RCPT).isEmpty());
    }

    @Test
    void stopsAfterMail() {
        Plan plan = Wishes.plain()
                .stopAfter(StopAfter.MAIL)
                .envelope("a@example.com", "b@example.com")
                .plan();
        Walk walk = Walk.through(plan, hello().then(MAIL, "250 ok").then("RSET", "250 ok"));
        assertEquals(List.of(MAIL, "RSET", "QUIT"), said(walk));
    }

    @Test
    void a421AtTheSecondRecipientEndsItAll() {
        Script script = hello().then(MAIL, "250 ok").then(RCPT_B, "550 who?").then(RCPT_C, "421 too many errors");
        Walk walk = Walk.through(to("b@example.com", "c@example.com", "d@example.com"), script);
        walk.assertFailed(Stage.RCPT, Failure.NEGATIVE_REPLY);
        assertEquals(List.of(MAIL, RCPT_B, RCPT_C), said(walk));
    }

    @Test
    void aServerThatLeavesBetweenRecipients() {
        Script script = hello().then(MAIL, "250 ok").then(RCPT_B, "250 ok").ends(Script.End.CLOSES);
        Walk walk = Walk.through(to("b@example.com", "c@example.com"), script);
        walk.assertFailed(Stage.RCPT, Failure.CLOSED);
    }

    @Test
    void aRefusedResetDoesNotKeepUsFromLeaving() {
        Script script = hello().then(MAIL, "250 ok").then("RSET", "502 what?");
        Walk walk = Walk.through(Wishes.plain().envelope("a@example.com").plan(), script);
        walk.assertPassed(Stage.QUIT);
        assertEquals(List.of(MAIL, "RSET", "QUIT"), said(walk));
    }

    @Test
    void aServerThatLeavesAtReset() {
        Script script = hello().then(MAIL, "250 ok").then("RSET", "421 bye");
        Walk walk = Walk.through(Wishes.plain().envelope("a@example.com").plan(), script);
        assertTrue(walk.failure(Stage.QUIT).isPresent());
        assertTrue(walk.transcript().firstFailure().isEmpty());
        assertEquals(List.of(MAIL, "RSET"), said(walk));
    }

    @Test
    void whatHappensAtQuitIsNoFailureOfTheWalk() {
        for (Script script : List.of(
                hello().then("QUIT", "500 what?"),
                hello().then("QUIT"),
                hello().then("QUIT").ends(Script.End.CLOSES),
                hello().then("QUIT", "garbage"),
                hello().ends(Script.End.RESETS))) {
            Walk walk = Walk.through(Wishes.plain().plan(), script);
            assertTrue(walk.failure(Stage.QUIT).isPresent());
            assertTrue(walk.transcript().firstFailure().isEmpty());
        }
    }
}
