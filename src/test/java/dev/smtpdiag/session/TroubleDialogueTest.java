package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of trouble at every step: the step fails in its way, and not a word is said after it. */
class TroubleDialogueTest {

    /** What a server does in place of an answer. */
    private enum Trouble {
        CLOSES(Failure.CLOSED),
        CLOSES_AMID_A_LINE(Failure.CLOSED),
        RESETS(Failure.CLOSED),
        STAYS_SILENT(Failure.SILENCE),
        STAYS_SILENT_AMID_A_REPLY(Failure.SILENCE),
        SAYS_421(Failure.NEGATIVE_REPLY),
        TALKS_NONSENSE(Failure.MALFORMED);

        private final Failure failure;

        Trouble(Failure failure) {
            this.failure = failure;
        }

        Script at(Script script, String command) {
            return switch (this) {
                case CLOSES -> script.then(command).ends(Script.End.CLOSES);
                case CLOSES_AMID_A_LINE ->
                    script.thenRaw(command, octets("250 o")).ends(Script.End.CLOSES);
                case RESETS -> script.then(command).ends(Script.End.RESETS);
                case STAYS_SILENT -> script.then(command);
                case STAYS_SILENT_AMID_A_REPLY -> script.thenRaw(command, octets("250-mx.example\r\n250"));
                case SAYS_421 -> script.then(command, "421 4.3.2 shutting down");
                case TALKS_NONSENSE -> script.then(command, "nonsense");
            };
        }

        private static byte[] octets(String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
    }

    private static final List<Stage> STAGES = List.of(Stage.EHLO, Stage.STARTTLS, Stage.AUTH, Stage.MAIL, Stage.RCPT);

    private static Stream<Arguments> everywhere() {
        return STAGES.stream()
                .flatMap(stage -> Stream.of(Trouble.values()).map(trouble -> Arguments.of(stage, trouble)));
    }

    private static String command(Stage stage) {
        return switch (stage) {
            case EHLO -> "EHLO me.example";
            case STARTTLS -> "STARTTLS";
            case AUTH -> "AUTH PLAIN " + AuthDialogueTest.plain();
            case MAIL -> "MAIL FROM:<a@example.com>";
            default -> "RCPT TO:<b@example.com>";
        };
    }

    private static Plan plan(Stage stage) {
        TlsMode mode = stage == Stage.STARTTLS ? TlsMode.STARTTLS_REQUIRED : TlsMode.NONE;
        return Wishes.loginInClear()
                .mode(mode)
                .envelope("a@example.com", "b@example.com")
                .plan();
    }

    private static Script until(Stage stage) {
        Script script = Script.greets("220 mx.example");
        if (stage == Stage.EHLO) {
            return script;
        }
        script.thenRaw(
                command(Stage.EHLO), Script.file(stage == Stage.STARTTLS ? "ehlo-starttls.txt" : "ehlo-auth.txt"));
        if (stage.compareTo(Stage.AUTH) > 0) {
            script.then(command(Stage.AUTH), "235 welcome");
        }
        if (stage == Stage.RCPT) {
            script.then(command(Stage.MAIL), "250 ok");
        }
        return script;
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theStepFailsAndNothingFollows(Stage stage, Trouble trouble) {
        Script script = trouble.at(until(stage), command(stage));
        Walk walk = Walk.through(plan(stage), script);
        walk.assertFailed(stage, trouble.failure);
        List<Stage> stages = walk.stages();
        assertEquals(stage, stages.get(stages.size() - 1));
        assertEquals(command(stage), walk.sent().get(walk.sent().size() - 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"CLOSES_AMID_A_LINE", "STAYS_SILENT_AMID_A_REPLY"})
    void whatHadComeByThenIsKept(Trouble trouble) {
        Walk walk = Walk.through(plan(Stage.MAIL), trouble.at(until(Stage.MAIL), command(Stage.MAIL)));
        Step step = walk.step(Stage.MAIL);
        Optional<String> partial = step.last(Event.Closed.class)
                .map(Event.Closed::partial)
                .or(() -> step.last(Event.TimedOut.class).map(Event.TimedOut::partial));
        assertEquals(trouble == Trouble.CLOSES_AMID_A_LINE ? "250 o" : "250-mx.example\r\n250", partial.orElseThrow());
    }

    @Test
    void aSilentServerIsGivenTheTimeOfAReply() {
        Plan plan = plan(Stage.MAIL);
        Walk walk = Walk.through(plan, until(Stage.MAIL).then(command(Stage.MAIL)));
        Event.TimedOut event = walk.step(Stage.MAIL).last(Event.TimedOut.class).orElseThrow();
        assertEquals(plan.timeouts().reply(), event.waited());
    }

    @Test
    void quitIsNotWaitedForLong() {
        Script script = Script.greets("220 mx.example")
                .then("EHLO me.example", "250 mx.example")
                .then("QUIT");
        Walk walk = Walk.through(Wishes.plain().plan(), script);
        assertEquals(Duration.ofSeconds(1), walk.step(Stage.QUIT).took());
    }

    @Test
    void aServerThatWasGoneBeforeWeSpokeIsHeardAllTheSame() {
        Script script = Script.greets("220 mx.example", "421 4.7.0 too many").ends(Script.End.RESETS);
        Walk walk = Walk.through(Wishes.plain().plan(), script);
        walk.assertFailed(Stage.EHLO, Failure.NEGATIVE_REPLY);
        assertEquals(421, walk.reply(Stage.EHLO).code().value());
        assertEquals(List.of(), walk.sent());
    }

    @Test
    void aServerThatLeavesWithAReasonIsHeard() {
        Script script = Script.greets("220 mx.example")
                .then("EHLO me.example", "550 go away")
                .ends(Script.End.CLOSES);
        Walk walk = Walk.through(Wishes.plain().plan(), script);
        walk.assertFailed(Stage.EHLO, Failure.NEGATIVE_REPLY);
        assertTrue(walk.transcript().all(Event.Closed.class).stream()
                .allMatch(closed -> closed.stamp().stage() == Stage.QUIT));
    }
}
