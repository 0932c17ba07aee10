package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.tls.TestChains;
import dev.smtpdiag.session.tls.TrustedAuthorities;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.Transcript;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session with scripted servers.
 *
 * @param transcript what it recorded
 * @param sent what the client said on the first connection
 * @param connections all that were opened
 */
record Walk(Transcript transcript, List<String> sent, List<ScriptedConnection> connections) {

    static final String ADDRESS = "192.0.2.1";
    /** Now, as far as certificates go: the root is ten days old. */
    static final Instant NOW =
            TestChains.root().certificate().getNotBefore().toInstant().plus(Duration.ofDays(10));

    private static final TrustedAuthorities AUTHORITIES =
            TrustedAuthorities.load(List.of(TestChains.root().certificate()));

    /** Walks three times, fed in three ways, and demands that it makes no difference. */
    static Walk through(Plan plan, Script script) {
        Walk whole = through(plan, script, Feed.WHOLE);
        for (Feed feed : List.of(Feed.BY_LINE, Feed.BY_BYTE)) {
            Walk other = through(plan, script, feed);
            assertEquals(whole.transcript().events(), other.transcript().events(), "fed " + feed);
            assertEquals(whole.sent(), other.sent(), "fed " + feed);
        }
        return whole;
    }

    static Walk through(Plan plan, Script script, Feed feed) {
        FakeClock clock = new FakeClock();
        return through(plan, new ScriptedConnector(feed, clock).answers(ADDRESS, script), clock, ADDRESS);
    }

    static Walk through(Plan plan, ScriptedConnector connector, FakeClock clock, String... addresses) {
        List<Event> heard = new ArrayList<>();
        Transcript transcript = Session.run(plan, environment(connector, clock, addresses), heard::add);
        assertEquals(transcript.events(), heard.subList(0, transcript.events().size()));
        List<ScriptedConnection> opened = connector.opened();
        opened.forEach(connection -> assertTrue(connection.isClosed(), "left open"));
        List<String> sent = opened.isEmpty() ? List.of() : opened.get(0).sent();
        return new Walk(transcript, sent, opened);
    }

    static Environment environment(Connector connector, FakeClock clock, String... addresses) {
        return new Environment(
                (host, timeout) -> found(addresses),
                connector,
                trust -> AUTHORITIES,
                Clock.fixed(NOW, ZoneOffset.UTC),
                clock);
    }

    static AddressResolver.Found found(String... literals) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals) {
            try {
                addresses.add(InetAddress.getByName(literal));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new AddressResolver.Found(addresses);
    }

    Step step(Stage stage) {
        return transcript
                .step(stage)
                .orElseThrow(() -> new AssertionError("no step " + stage + " in " + transcript.events()));
    }

    Optional<Failure> failure(Stage stage) {
        return step(stage).failure();
    }

    Reply reply(Stage stage) {
        return step(stage).reply().orElseThrow();
    }

    /** The steps that were taken, in order. */
    List<Stage> stages() {
        return transcript.steps().stream().map(Step::stage).toList();
    }

    List<Event.Decision> decisions() {
        return transcript.all(Event.Decided.class).stream()
                .map(Event.Decided::decision)
                .toList();
    }

    void assertFailed(Stage stage, Failure failure) {
        assertEquals(Optional.of(failure), failure(stage));
        assertEquals(
                stage, transcript.firstFailure().map(Step::stage).orElseThrow(() -> new AssertionError("no failure")));
    }

    void assertPassed(Stage... stages) {
        for (Stage stage : stages) {
            assertTrue(step(stage).isPassed(), stage + " in " + transcript.events());
        }
    }
}
