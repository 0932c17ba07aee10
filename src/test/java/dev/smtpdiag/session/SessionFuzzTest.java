package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Leaks;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first octet chooses the plan and how the connection ends, the second the size of the portions in which the rest
 * arrives.
 */
class SessionFuzzTest {

    private static final List<TlsMode> MODES =
            List.of(TlsMode.NONE, TlsMode.STARTTLS_IF_OFFERED, TlsMode.STARTTLS_REQUIRED, TlsMode.IMPLICIT);

    @FuzzTest(maxDuration = "2m")
    void aServerMaySayAnything(byte[] data) {
        if (data.length < 2) {
            return;
        }
        Plan plan = plan(data[0]);
        FakeClock clock = new FakeClock();
        byte[] octets = Arrays.copyOfRange(data, 2, data.length);
        int portion = 1 + (data[1] & 0xff);
        int end = (data[0] >> 4) & 3;
        Connector connector = (endpoint, timeout) ->
                new Connector.Opened(new FuzzedConnection(octets, portion, end, clock), ScriptedConnector.LOCAL);
        Transcript transcript = Session.run(plan, Walk.environment(connector, clock, Walk.ADDRESS), event -> {});
        assertWellFormed(transcript);
        if (plan.credentials().isEmpty()) {
            return; // what a server says by chance is no secret of ours then
        }
        for (Event event : transcript.events()) {
            String printed = event.toString();
            assertEquals(List.of(), Leaks.in(printed, Wishes.PASSWORD), printed);
        }
    }

    /** Two bits for the mode, one for a login, one for a transaction. */
    private static Plan plan(byte choice) {
        TlsMode mode = MODES.get(choice & 3);
        Wishes wishes = Wishes.plain().mode(mode).plaintextAuth();
        if ((choice & 4) == 0) {
            wishes.login();
        }
        if ((choice & 8) == 0) {
            wishes.envelope("a@example.com", "b@example.com", "c@example.com");
        }
        return wishes.plan();
    }

    private static void assertWellFormed(Transcript transcript) {
        int line = 1;
        for (Event event : transcript.events()) {
            assertEquals(line, event.stamp().line());
            assertFalse(event.stamp().at().isNegative());
            line += event.lineCount();
        }
        Set<Stage> seen = new HashSet<>();
        List<Step> steps = transcript.steps();
        for (Step step : steps) {
            assertTrue(seen.add(step.stage()), "twice: " + step.stage());
        }
        assertEquals(transcript.all(Event.StepEnded.class).size(), steps.size());
        List<Step> failed = steps.stream()
                .filter(step -> step.result() instanceof StepResult.Failed && step.stage() != Stage.QUIT)
                .toList();
        assertTrue(failed.size() <= 1, "several failures: " + failed);
        Event last = transcript.events().get(transcript.events().size() - 1);
        assertTrue(last instanceof Event.StepEnded, "ends with " + last);
    }
}
