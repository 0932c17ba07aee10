package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.tls.TestChains;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Event.Decision;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A port without a greeting: perhaps it wants TLS first. */
class SilentPortTest {

    private static final Plan PLAN = Wishes.loginInClear().plan();
    private static final Script SILENT = Script.greets();

    private final FakeClock clock = new FakeClock();
    private final ScriptedConnector connector = new ScriptedConnector(Feed.WHOLE, clock);

    private Walk walk() {
        return Walk.through(PLAN, connector, clock, Walk.ADDRESS);
    }

    private static Script slow(Duration delay) {
        return Script.greetsAfter(delay, Script.octets("220 mx.example")).then("EHLO me.example", "550 not you");
    }

    @Test
    void aPortThatSpeaksTlsIsFoundAndNothingIsSent() {
        connector
                .answers(Walk.ADDRESS, SILENT)
                .answers(Walk.ADDRESS, Script.speaksTls(TestChains.good("mail.example"), "220 mx.example"));
        Walk walk = walk();
        walk.assertFailed(Stage.GREETING, Failure.WRONG_TLS_MODE);
        assertEquals(List.of(Decision.TRY_TLS_ON_SILENCE, Decision.SILENT_PORT_SPEAKS_TLS), walk.decisions());
        assertEquals(Duration.ofSeconds(5), walk.step(Stage.GREETING).took());
        assertEquals(2, walk.connections().size());
        walk.connections().forEach(connection -> assertEquals(List.of(), connection.sent()));
    }

    @Test
    void aSlowServerIsGivenTheRestOfItsTime() {
        connector.answers(Walk.ADDRESS, slow(Duration.ofSeconds(20))).answers(Walk.ADDRESS, SILENT);
        Walk walk = walk();
        walk.assertPassed(Stage.GREETING);
        assertEquals(List.of(Decision.TRY_TLS_ON_SILENCE, Decision.SILENT_PORT_IS_SILENT), walk.decisions());
        // 3 s were spent on the second connection, on a clock that nobody else put forward meanwhile.
        assertEquals(
                Duration.ofSeconds(23),
                walk.step(Stage.GREETING).replyEvent().orElseThrow().took());
    }

    @Test
    void aServerThatIsSilentToBothIsGivenUpInTheEnd() {
        connector.answers(Walk.ADDRESS, SILENT).answers(Walk.ADDRESS, Script.greets());
        Walk walk = walk();
        walk.assertFailed(Stage.GREETING, Failure.SILENCE);
        assertEquals(List.of(Decision.TRY_TLS_ON_SILENCE, Decision.SILENT_PORT_IS_SILENT), walk.decisions());
        assertEquals(PLAN.timeouts().greeting(), walk.step(Stage.GREETING).took());
        assertEquals(List.of(), walk.sent());
    }

    @Test
    void aSecondConnectionThatIsRefusedChangesNothing() {
        connector
                .answers(Walk.ADDRESS, slow(Duration.ofSeconds(6)))
                .fails(Walk.ADDRESS, new ConnectException("Connection refused"));
        Walk walk = walk();
        walk.assertPassed(Stage.GREETING);
        assertEquals(List.of(Decision.TRY_TLS_ON_SILENCE, Decision.SILENT_PORT_IS_SILENT), walk.decisions());
    }

    @Test
    void aSecondConnectionThatIsClosedChangesNothing() {
        connector
                .answers(Walk.ADDRESS, slow(Duration.ofSeconds(6)))
                .answers(Walk.ADDRESS, Script.greets().ends(Script.End.CLOSES));
        Walk walk = walk();
        walk.assertPassed(Stage.GREETING);
        assertEquals(List.of(Decision.TRY_TLS_ON_SILENCE, Decision.SILENT_PORT_IS_SILENT), walk.decisions());
    }

    @Test
    void aGreetingOnTheSecondConnectionMeansASlowServer() {
        connector
                .answers(Walk.ADDRESS, slow(Duration.ofSeconds(6)))
                .answers(Walk.ADDRESS, Script.greets("220 mx.example"));
        Walk walk = walk();
        walk.assertPassed(Stage.GREETING);
        assertEquals(List.of(Decision.TRY_TLS_ON_SILENCE), walk.decisions());
        assertEquals(
                "220 mx.example\r\n",
                walk.transcript()
                        .first(Event.UnexpectedBytes.class)
                        .orElseThrow()
                        .raw());
    }

    @Test
    void somethingElseOnTheSecondConnectionIsEvidence() {
        connector.answers(Walk.ADDRESS, SILENT).answers(Walk.ADDRESS, Script.greets("HTTP/1.1 400 Bad Request"));
        Walk walk = walk();
        walk.assertFailed(Stage.GREETING, Failure.MALFORMED);
        assertEquals(
                "HTTP/1.1 400 Bad Request\r\n",
                walk.transcript()
                        .first(Event.UnexpectedBytes.class)
                        .orElseThrow()
                        .raw());
        assertEquals(List.of(), walk.sent());
    }
}
