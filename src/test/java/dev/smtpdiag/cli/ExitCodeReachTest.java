package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.session.Environment;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every exit code is reached: by a scenario, or by one of the small cases here. */
class ExitCodeReachTest {

    /** Exit codes that no server can cause, or that need another world than 127.0.0.1. */
    private static final Map<ExitCode, Case> CASES = new TreeMap<>(Map.of(
            ExitCode.FINDINGS, () -> Invocation.of("explain", "wondrous").run(),
            ExitCode.USAGE, () -> Invocation.of("probe", "--no-such-option").run(),
            ExitCode.INTERNAL, () -> probing().probe(ExitCodeReachTest::broken),
            ExitCode.DNS, () -> probing("no-such-host.invalid").probe(world(world -> world)),
            ExitCode.UNREACHABLE, () -> probing().probe(world(world -> with(world, TestWorld.Failing.REFUSED))),
            ExitCode.CONNECT_TIMEOUT, () -> probing().probe(world(world -> with(world, TestWorld.Failing.TIMED_OUT))),
            ExitCode.CREDENTIALS,
                    () -> Invocation.of("probe", "mx.example.com", "--user", "alice", "--password-env", "NOT_SET")
                            .run()));

    /** One call of the command line. */
    private interface Case {
        Invocation.Result run();
    }

    @TestFactory
    Stream<DynamicTest> smallCases() {
        return CASES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().id(), () -> {
                    Invocation.Result result = entry.getValue().run();
                    assertEquals(entry.getKey().number(), result.exit(), result.out() + result.err());
                }));
    }

    @Test
    void scenariosAndSmallCasesTogetherReachEveryExitCode() {
        Set<Integer> reached = Played.library().stream()
                .map(played -> played.report().exit().code().number())
                .collect(Collectors.toCollection(TreeSet::new));
        CASES.keySet().forEach(code -> reached.add(code.number()));
        Set<Integer> all =
                EnumSet.allOf(ExitCode.class).stream().map(ExitCode::number).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(all), reached);
    }

    @Test
    void aClosedPortOfThisMachineIsUnreachable() throws IOException {
        int closed;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Invocation.Result result = Invocation.of("probe", "127.0.0.1:" + closed).run();
        assertEquals(ExitCode.UNREACHABLE.number(), result.exit(), result.out());
        assertTrue(result.out().contains("127.0.0.1:" + closed + " refused"), result.out());
    }

    @Test
    void aBugOfOursSaysSoAndQuotesNothing() {
        Invocation.Result result = probing().probe(ExitCodeReachTest::broken);
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("smtpdiag: this is a bug in smtpdiag"), result.err());
        assertTrue(result.err().contains("java.lang.IllegalStateException"), result.err());
        assertEquals(-1, result.err().indexOf("what a server said"), result.err());
    }

    @Test
    void theMostSevereOfSeveralTargetsDecides() {
        Invocation.Result result = Invocation.of("probe", "first.example.com", "second.example.com")
                .probe(world(world -> with(world, TestWorld.Failing.TIMED_OUT)));
        assertEquals(ExitCode.CONNECT_TIMEOUT.number(), result.exit());
        int first = result.out().indexOf("first.example.com:587");
        int second = result.out().indexOf("second.example.com:587");
        assertTrue(first >= 0 && second > first, result.out());
    }

    private static Invocation probing(String... targets) {
        return Invocation.of("probe", targets.length == 0 ? "mx.example.com" : targets[0]);
    }

    private static Environment broken() {
        throw new IllegalStateException("what a server said");
    }

    private static java.util.function.Supplier<Environment> world(Function<TestWorld, TestWorld> made) {
        return () -> made.apply(new TestWorld(0)).environment();
    }

    private static TestWorld with(TestWorld world, TestWorld.Failing how) {
        try {
            return world.address("192.0.2.10", how);
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
