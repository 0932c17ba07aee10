package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.plan.Addressing;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Transcript;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";
    private static final String C = "2001:db8::3";
    private static final Plan PLAN = Wishes.plain().plan();

    private final FakeClock clock = new FakeClock();
    private final ScriptedConnector connector = new ScriptedConnector(Feed.WHOLE, clock);

    private static IOException refused() {
        return new ConnectException("Connection refused");
    }

    private static Script good() {
        return Script.greets("220 mx.example").then("EHLO me.example", "250 mx.example");
    }

    private Walk walk(Plan plan, String... addresses) {
        return Walk.through(plan, connector, clock, addresses);
    }

    @Test
    void theFirstThatAnswersIsUsedAndTheRestTriedBeside() {
        connector.fails(A, refused()).answers(B, good()).fails(C, new NoRouteToHostException("No route to host"));
        Walk walk = walk(PLAN, A, B, C);
        walk.assertPassed(Stage.RESOLVE, Stage.CONNECT, Stage.EHLO, Stage.QUIT);
        Transcript transcript = walk.transcript();
        assertEquals(
                List.of(A, B, C),
                transcript.first(Event.AddressesResolved.class).orElseThrow().addresses());
        Event.ConnectFailed failed = transcript.first(Event.ConnectFailed.class).orElseThrow();
        assertEquals(A, failed.endpoint().address());
        assertEquals(Failure.CONNECTION_REFUSED, failed.failure());
        assertEquals("Connection refused", failed.detail());
        Event.Connected connected = transcript.first(Event.Connected.class).orElseThrow();
        assertEquals(B + ":25", connected.endpoint().toString());
        assertEquals(ScriptedConnector.LOCAL, connected.local());
        Event.AddressTried tried = transcript.first(Event.AddressTried.class).orElseThrow();
        assertEquals("[" + C + "]:25", tried.endpoint().toString());
        assertEquals(Failure.UNREACHABLE, tried.failure());
        assertEquals(Stage.CONNECT, tried.stamp().stage());
    }

    @Test
    void theRestThatAnswersIsClosedAtOnceAndToldNothing() {
        connector.answers(A, good()).answers(B, Script.greets("220 other")).answers(C, Script.greets("220 third"));
        Walk walk = walk(PLAN, A, B, C);
        walk.assertPassed(Stage.QUIT);
        List<Event.AddressTried> tried = walk.transcript().all(Event.AddressTried.class);
        assertEquals(
                Set.of(B, C),
                tried.stream().map(event -> event.endpoint().address()).collect(Collectors.toSet()));
        tried.forEach(event -> assertEquals(null, event.failure()));
        assertEquals(3, walk.connections().size());
        assertEquals(
                2,
                walk.connections().stream()
                        .filter(connection -> connection.sent().isEmpty())
                        .count());
    }

    @Test
    void everyAddressRefuses() {
        connector.fails(A, refused()).fails(B, refused());
        Walk walk = walk(PLAN, A, B);
        walk.assertFailed(Stage.CONNECT, Failure.CONNECTION_REFUSED);
        assertEquals(List.of(Stage.RESOLVE, Stage.CONNECT), walk.stages());
        assertEquals(2, walk.transcript().all(Event.ConnectFailed.class).size());
    }

    @Test
    void noAddressAnswers() {
        connector.timesOut(A).timesOut(B);
        Walk walk = walk(PLAN, A, B);
        walk.assertFailed(Stage.CONNECT, Failure.CONNECT_TIMEOUT);
        assertEquals(Duration.ofSeconds(20), walk.step(Stage.CONNECT).took());
    }

    @Test
    void aMixtureOfFailuresIsUnreachable() {
        connector.timesOut(A).fails(B, refused());
        walk(PLAN, A, B).assertFailed(Stage.CONNECT, Failure.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "Connection refused, CONNECTION_REFUSED",
        "Connection refused (Connection refused), CONNECTION_REFUSED",
        "Connection timed out, CONNECT_TIMEOUT",
        "Network is unreachable, UNREACHABLE",
        "Permission denied, UNREACHABLE"
    })
    void whatTheSystemSays(String message, Failure failure) {
        connector.fails(A, new ConnectException(message));
        walk(PLAN, A).assertFailed(Stage.CONNECT, failure);
    }

    @Test
    void aFailureWithoutWords() {
        connector.fails(A, new IOException());
        walk(PLAN, A).assertFailed(Stage.CONNECT, Failure.UNREACHABLE);
    }

    @Test
    void onlyTheWantedFamily() {
        connector.answers(C, good());
        Walk six = walk(Wishes.plain().family(Addressing.Family.IPV6).plan(), A, C, B);
        six.assertPassed(Stage.QUIT);
        assertEquals(
                List.of(C),
                six.transcript()
                        .first(Event.AddressesResolved.class)
                        .orElseThrow()
                        .addresses());
    }

    @ParameterizedTest
    @CsvSource({"IPV4, 2001:db8::3, no IPv4 address", "IPV6, 192.0.2.1, no IPv6 address"})
    void noAddressOfTheWantedFamily(Addressing.Family family, String address, String detail) {
        Walk walk = walk(Wishes.plain().family(family).plan(), address);
        walk.assertFailed(Stage.RESOLVE, Failure.NAME_NOT_FOUND);
        assertEquals(
                detail,
                walk.transcript().first(Event.ResolveFailed.class).orElseThrow().detail());
        assertEquals(List.of(Stage.RESOLVE), walk.stages());
    }

    @Test
    void aNameThatDoesNotResolve() {
        List<String> asked = new ArrayList<>();
        Environment environment = new Environment(
                (host, timeout) -> {
                    asked.add(host + " " + timeout);
                    clock.pass(Duration.ofSeconds(2));
                    return new AddressResolver.NotFound("unknown host");
                },
                connector,
                trust -> {
                    throw new AssertionError("no certificate is to be judged");
                },
                Clock.systemUTC(),
                clock);
        Transcript transcript = Session.run(PLAN, environment, event -> {});
        assertEquals(List.of("mail.example PT10S"), asked);
        assertEquals(
                List.of(Stage.RESOLVE),
                transcript.steps().stream().map(step -> step.stage()).toList());
        Event.ResolveFailed failed = transcript.first(Event.ResolveFailed.class).orElseThrow();
        assertEquals("unknown host", failed.detail());
        assertEquals("mail.example", failed.host());
        assertEquals(Duration.ofSeconds(2), failed.took());
    }

    @Test
    void givenAddressesReplaceTheLookUp() {
        connector.answers(B, good());
        Walk walk = walk(Wishes.plain().override("mail.example", B).plan());
        walk.assertPassed(Stage.QUIT);
        assertEquals(
                B,
                walk.transcript()
                        .first(Event.Connected.class)
                        .orElseThrow()
                        .endpoint()
                        .address());
    }

    @Test
    void anotherHostToConnectTo() {
        connector.answers(A, good());
        Walk walk = walk(Wishes.plain().connectTo("relay.example:2525").plan(), A);
        Event.AddressesResolved resolved =
                walk.transcript().first(Event.AddressesResolved.class).orElseThrow();
        assertEquals("relay.example", resolved.host());
        assertEquals(
                2525,
                walk.transcript()
                        .first(Event.Connected.class)
                        .orElseThrow()
                        .endpoint()
                        .port());
    }
}
