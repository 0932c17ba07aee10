package dev.smtpdiag.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.scan.VersionScan.Order;
import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole scans of servers that no library of ours could speak with. */
class ScannerTest {

    private static final List<Integer> MODERN = List.of(0x1302, 0x1301);
    private static final List<Integer> GOOD = List.of(0xc030, 0xc02f);
    private static final List<Integer> GROUPS = List.of(29, 23);

    private final FakeServer server = new FakeServer();
    private final FakeWorld world = new FakeWorld(server);

    private TlsScan scan() {
        return scan(ScanLimits.DEFAULT);
    }

    private TlsScan scan(ScanLimits limits) {
        return run(TlsMode.STARTTLS_REQUIRED, limits).scan().orElseThrow();
    }

    private Scanner.Outcome run(TlsMode mode, ScanLimits limits) {
        Planner planner = Planner.DEFAULT;
        Plan plan = new Planner(
                        Optional.of(mode),
                        Optional.of(StopAfter.TLS),
                        Optional.of("client.example.com"),
                        planner.timeouts(),
                        Optional.empty(),
                        false,
                        planner.envelope(),
                        planner.trust(),
                        planner.addressing(),
                        dev.smtpdiag.plan.AuthWishes.DEFAULT,
                        dev.smtpdiag.plan.TlsWishes.DEFAULT)
                .plan(Target.parse("mail.example.com:587"));
        return new Scanner(plan, world.environment(), limits, world, ScanListener.NONE).run();
    }

    private static List<Integer> codes(VersionScan version) {
        return version.suites().stream().map(use -> use.suite().code()).toList();
    }

    @Test
    void findsEverythingInTheOrderOfTheServer() {
        server.accepts(ProtocolVersion.TLS_1_3, MODERN, List.of(0x11ec, 29, 256));
        server.accepts(ProtocolVersion.TLS_1_2, List.of(0xc02f, 0x009e, 0xc030), GROUPS);
        TlsScan scan = scan();
        VersionScan modern = scan.version(ProtocolVersion.TLS_1_3);
        VersionScan twelve = scan.version(ProtocolVersion.TLS_1_2);
        assertEquals(MODERN, codes(modern));
        assertEquals(Order.SERVER, modern.order());
        assertEquals(
                List.of("X25519MLKEM768", "x25519", "ffdhe2048"),
                modern.groups().stream().map(NamedGroup::name).toList());
        assertEquals(List.of(0xc02f, 0x009e, 0xc030), codes(twelve));
        assertEquals(2048, twelve.suites().get(1).dhBits());
        assertEquals(
                List.of("x25519", "secp256r1"),
                twelve.groups().stream().map(NamedGroup::name).toList());
        assertTrue(twelve.suitesComplete() && twelve.groupsComplete());
        assertEquals("handshake_failure", scan.version(ProtocolVersion.TLS_1_0).refusal());
        assertEquals("RSA 2048", scan.certificates().get(0).facts().key());
        assertEquals(Known.YES, scan.features().secureRenegotiation());
        assertEquals(Known.NO, scan.features().compression());
        assertTrue(server.connections() <= 25, server.connections() + " connections");
    }

    @Test
    void noticesThatTheClientDecides() {
        server.accepts(ProtocolVersion.TLS_1_2, GOOD, GROUPS).inTheOrderOfTheClient();
        VersionScan twelve = scan().version(ProtocolVersion.TLS_1_2);
        assertEquals(Order.CLIENT, twelve.order());
        assertEquals(2, twelve.suites().size());
    }

    @Test
    void findsWhatIsTooOldForAnyLibrary() {
        server.accepts(ProtocolVersion.SSL_3_0, List.of(0x0005, 0x0003, 0x000a), List.of())
                .accepts(ProtocolVersion.TLS_1_0, List.of(0x0033), List.of())
                .old(768);
        TlsScan scan = scan();
        assertEquals(List.of(0x0005, 0x0003, 0x000a), codes(scan.version(ProtocolVersion.SSL_3_0)));
        assertEquals(768, scan.smallestPrime());
        assertEquals(Known.NO, scan.features().secureRenegotiation());
        assertEquals(Known.NO, scan.features().extendedMasterSecret());
        assertEquals(Known.YES, scan.features().compression());
        assertEquals(Known.NO, scan.version(ProtocolVersion.TLS_1_2).accepted());
    }

    @Test
    void speaksImplicitTlsToo() {
        server.accepts(ProtocolVersion.TLS_1_2, GOOD, GROUPS).implicit();
        TlsScan scan = run(TlsMode.IMPLICIT, ScanLimits.DEFAULT).scan().orElseThrow();
        assertEquals(GOOD, codes(scan.version(ProtocolVersion.TLS_1_2)));
    }

    @Test
    void takesLeavingTwiceForARefusal() {
        server.accepts(ProtocolVersion.TLS_1_2, GOOD, GROUPS).leavesInsteadOfAnAlert();
        TlsScan scan = scan();
        assertEquals("closed", scan.version(ProtocolVersion.TLS_1_0).refusal());
        assertEquals(GOOD, codes(scan.version(ProtocolVersion.TLS_1_2)));
        assertEquals(
                1, world.waits().stream().filter(Duration.ofSeconds(1)::equals).count(), "doubted once");
    }

    @Test
    void stopsAtTheLimitAndSaysWhatIsMissing() {
        server.accepts(ProtocolVersion.TLS_1_2, GOOD, GROUPS);
        TlsScan scan = scan(new ScanLimits(4, Duration.ZERO, Duration.ofMinutes(1)));
        assertEquals(4, server.connections());
        assertEquals(Known.YES, scan.version(ProtocolVersion.TLS_1_2).accepted());
        assertEquals(Known.UNKNOWN, scan.version(ProtocolVersion.TLS_1_0).accepted());
        assertFalse(scan.version(ProtocolVersion.TLS_1_2).suitesComplete());
        assertTrue(scan.gaps().contains(new Gap("version", "TLS 1.0", Gap.Reason.CONNECTIONS)));
        assertTrue(scan.gaps().contains(new Gap("suites", "TLS 1.2", Gap.Reason.CONNECTIONS)));
    }

    @Test
    void waitsAndSlowsDownWhenItIsTurnedAway() {
        server.accepts(ProtocolVersion.TLS_1_2, GOOD, GROUPS).turnsAway(3, 2);
        TlsScan scan = scan();
        assertEquals(2, scan.setbacks());
        assertEquals(GOOD, codes(scan.version(ProtocolVersion.TLS_1_2)), "nothing is lost");
        assertTrue(world.waits().containsAll(List.of(Duration.ofSeconds(5), Duration.ofSeconds(20))));
        assertEquals(Duration.ofSeconds(2), world.waits().get(world.waits().size() - 1), "slower from then on");
    }

    @Test
    void givesUpWhenItIsTurnedAwayAgainAndAgain() {
        server.accepts(ProtocolVersion.TLS_1_2, GOOD, GROUPS).turnsAway(3, 100);
        TlsScan scan = scan();
        assertEquals(7, server.connections(), "three, and four that are turned away");
        assertTrue(scan.gaps().stream().allMatch(gap -> gap.reason() == Gap.Reason.TURNED_AWAY));
        assertEquals(Known.UNKNOWN, scan.version(ProtocolVersion.SSL_3_0).accepted());
    }

    @Test
    void aServerThatRefusesEverythingIsNoScan() {
        Scanner.Outcome outcome = run(TlsMode.STARTTLS_REQUIRED, ScanLimits.DEFAULT);
        assertTrue(outcome.scan().isEmpty());
        assertTrue(outcome.first().firstFailure().isPresent());
    }

    @Test
    void aServerWithoutTlsIsNoScan() {
        server.turnsAway(0, 1);
        assertTrue(run(TlsMode.STARTTLS_REQUIRED, ScanLimits.DEFAULT).scan().isEmpty());
        assertEquals(1, server.connections(), "and it is not asked again");
    }

    @Test
    void silenceIsNoAnswer() {
        server.staysSilent();
        assertTrue(run(TlsMode.STARTTLS_REQUIRED, ScanLimits.DEFAULT).scan().isEmpty());
    }
}
