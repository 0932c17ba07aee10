package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time for the whole probe is a bound on each of its parts. */
class MaxTimeTest {

    private static final byte[] OK = Script.octets("250 mx.example");

    @Test
    void spentAtEhlo() {
        Plan plan = Wishes.plain().total(Duration.ofSeconds(12)).plan();
        Script script = Script.greetsAfter(Duration.ofSeconds(4), Script.octets("220 mx.example"))
                .thenAfter(Duration.ofSeconds(20), "EHLO me.example", OK);
        Walk walk = Walk.through(plan, script);
        walk.assertFailed(Stage.EHLO, Failure.TIME_SPENT);
        assertEquals(Duration.ofSeconds(8), walk.step(Stage.EHLO).took());
        assertEquals(
                Duration.ofSeconds(12),
                walk.transcript()
                        .first(Event.TimedOut.class)
                        .orElseThrow()
                        .stamp()
                        .at());
        assertEquals(List.of("EHLO me.example"), walk.sent());
    }

    @Test
    void aStepThatMayTakeLongerThanIsLeft() {
        Plan plan = Wishes.plain()
                .total(Duration.ofSeconds(40))
                .envelope("a@example.com")
                .plan();
        Script script = Script.greets("220 mx.example")
                .thenAfter(Duration.ofSeconds(25), "EHLO me.example", OK)
                .then("MAIL FROM:<a@example.com>");
        Walk walk = Walk.through(plan, script);
        walk.assertPassed(Stage.EHLO);
        walk.assertFailed(Stage.MAIL, Failure.TIME_SPENT);
        assertEquals(Duration.ofSeconds(15), walk.step(Stage.MAIL).took());
    }

    @Test
    void aStepThatUsesUpItsOwnTimeIsSilent() {
        Plan plan = Wishes.plain().total(Duration.ofSeconds(100)).plan();
        Walk walk = Walk.through(plan, Script.greets("220 mx.example").then("EHLO me.example"));
        walk.assertFailed(Stage.EHLO, Failure.SILENCE);
        assertEquals(plan.timeouts().reply(), walk.step(Stage.EHLO).took());
    }

    @Test
    void aDrippingServerDoesNotOutlastIt() {
        Plan plan = Wishes.plain().total(Duration.ofSeconds(7)).plan();
        FakeClock clock = new FakeClock();
        DrippingConnection drip = new DrippingConnection(clock, Duration.ofSeconds(1), "220-drip\r\n");
        Environment environment = Walk.environment(
                (endpoint, timeout) -> new Connector.Opened(drip, ScriptedConnector.LOCAL), clock, Walk.ADDRESS);
        Event.TimedOut event = Session.run(plan, environment, heard -> {})
                .first(Event.TimedOut.class)
                .orElseThrow();
        assertEquals(Duration.ofSeconds(7), event.stamp().at());
        assertEquals("220-dri", event.partial());
        assertTrue(drip.isClosed());
    }

    @Test
    void theRestOfTheTimeIsWhatAConnectionGets() {
        FakeClock clock = new FakeClock();
        ScriptedConnector connector =
                new ScriptedConnector(Feed.WHOLE, clock).timesOut("192.0.2.1").timesOut("192.0.2.2");
        Plan plan = Wishes.plain().total(Duration.ofSeconds(15)).plan();
        Walk walk = Walk.through(plan, connector, clock, "192.0.2.1", "192.0.2.2", "192.0.2.3");
        assertEquals(
                List.of(Duration.ofSeconds(10), Duration.ofSeconds(5)),
                walk.transcript().all(Event.ConnectFailed.class).stream()
                        .map(Event.ConnectFailed::took)
                        .toList());
        assertTrue(walk.failure(Stage.CONNECT).isPresent());
    }
}
