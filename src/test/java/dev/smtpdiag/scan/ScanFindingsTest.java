package dev.smtpdiag.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.scan.VersionScan.Order;
import dev.smtpdiag.scan.VersionScan.SuiteUse;
import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.transcript.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScanFindingsTest {

    private static final Features FINE = features(Known.YES, Known.NO);

    private static Features features(Known good, Known compression) {
        return new Features(good, good, Known.YES, compression, Known.NO, Known.YES, Known.NO, Known.NO, Map.of());
    }

    private static VersionScan accepted(ProtocolVersion version, int... codes) {
        List<SuiteUse> uses = new ArrayList<>();
        for (int code : codes) {
            CipherSuite suite = CipherSuites.load().get(code);
            uses.add(new SuiteUse(suite, suite.usesFiniteField() ? 1024 : 0));
        }
        return new VersionScan(version, Known.YES, "", uses, true, Order.SERVER, List.of(NamedGroup.of(29)), true);
    }

    private static VersionScan other(ProtocolVersion version, Known known) {
        return new VersionScan(version, known, "", List.of(), false, Order.UNKNOWN, List.of(), false);
    }

    private static TlsScan scan(Features features, VersionScan... accepted) {
        List<VersionScan> all = new ArrayList<>(List.of(accepted));
        for (ProtocolVersion version : ProtocolVersion.values()) {
            if (all.stream().noneMatch(scan -> scan.version() == version)) {
                all.add(other(version, Known.NO));
            }
        }
        return new TlsScan(
                Planner.DEFAULT.plan(Target.parse("mail.example.com")),
                new Endpoint("192.0.2.10", 587),
                FakeWorld.NOON,
                all,
                List.of(),
                features,
                40,
                0,
                List.of());
    }

    private static List<String> ids(TlsScan scan, Optional<ProtocolVersion> minimum) {
        return ScanFindings.of(scan, minimum).stream()
                .map(Finding::id)
                .map(id -> id.replace("tls-scan.", ""))
                .toList();
    }

    private static List<String> ids(VersionScan... accepted) {
        return ids(scan(FINE, accepted), Optional.empty());
    }

    @Test
    void aCurrentServerHasNone() {
        assertEquals(
                List.of(),
                ids(accepted(ProtocolVersion.TLS_1_3, 0x1301), accepted(ProtocolVersion.TLS_1_2, 0xc02f, 0xc013)));
    }

    @Test
    void oldVersions() {
        assertEquals(List.of("no-tls13"), ids(accepted(ProtocolVersion.TLS_1_2, 0xc02f)));
        assertEquals(
                List.of("old-version", "no-tls13"),
                ids(accepted(ProtocolVersion.TLS_1_2, 0xc02f), accepted(ProtocolVersion.TLS_1_0, 0xc013)));
        assertEquals(List.of("no-modern-version", "ssl3"), ids(accepted(ProtocolVersion.SSL_3_0, 0xc013)));
    }

    @Test
    void badSuites() {
        assertEquals(
                List.of("insecure-suite", "weak-suite"),
                ids(
                        accepted(ProtocolVersion.TLS_1_3, 0x1301),
                        accepted(ProtocolVersion.TLS_1_2, 0xc02f, 0x0005, 0x2f)));
        assertEquals(
                List.of("no-forward-secrecy", "weak-suite", "no-tls13"),
                ids(accepted(ProtocolVersion.TLS_1_2, 0x009c)));
        assertEquals(List.of("small-dh", "weak-suite", "no-tls13"), ids(accepted(ProtocolVersion.TLS_1_2, 0x009e)));
        assertEquals(
                List.of("insecure-suite", "no-tls13"),
                ids(accepted(ProtocolVersion.TLS_1_2, 0xc02f, 0x0034)),
                "the prime of an anonymous exchange is the smaller worry");
    }

    @Test
    void remediesAreForWhatWasFound() {
        Finding weak = ScanFindings.of(
                        scan(FINE, accepted(ProtocolVersion.TLS_1_3, 0x1301), accepted(ProtocolVersion.TLS_1_2, 0x2f)),
                        Optional.empty())
                .get(0);
        assertEquals("AES128-SHA", weak.arguments().get("suites"));
        assertTrue(weak.arguments().containsKey("static-key"));
        assertFalse(weak.arguments().containsKey("finite-field"));
    }

    @Test
    void badFeatures() {
        assertEquals(
                List.of("compression", "no-secure-renegotiation", "no-extended-master-secret", "no-tls13"),
                ids(scan(features(Known.NO, Known.YES), accepted(ProtocolVersion.TLS_1_2, 0xc02f)), Optional.empty()));
        assertEquals(
                List.of(),
                ids(
                        scan(features(Known.UNKNOWN, Known.UNKNOWN), accepted(ProtocolVersion.TLS_1_3, 0x1301)),
                        Optional.empty()));
    }

    @Test
    void theMinimum() {
        TlsScan both = scan(FINE, accepted(ProtocolVersion.TLS_1_3, 0x1301), accepted(ProtocolVersion.TLS_1_2, 0xc02f));
        assertEquals(List.of(), ids(both, Optional.of(ProtocolVersion.TLS_1_2)));
        assertEquals(List.of("below-minimum"), ids(both, Optional.of(ProtocolVersion.TLS_1_3)));
        TlsScan old = scan(FINE, accepted(ProtocolVersion.TLS_1_2, 0xc02f));
        assertEquals(
                List.of("below-minimum", "minimum-missing", "no-tls13"),
                ids(old, Optional.of(ProtocolVersion.TLS_1_3)));
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        TlsScan open =
                scan(FINE, accepted(ProtocolVersion.TLS_1_3, 0x1301), other(ProtocolVersion.TLS_1_0, Known.UNKNOWN));
        assertTrue(ScanFindings.leavesOpen(open, ProtocolVersion.TLS_1_2), "TLS 1.0 may be accepted");
        TlsScan newest =
                scan(FINE, accepted(ProtocolVersion.TLS_1_2, 0xc02f), other(ProtocolVersion.TLS_1_3, Known.UNKNOWN));
        assertFalse(ScanFindings.leavesOpen(newest, ProtocolVersion.TLS_1_2));
        assertTrue(ScanFindings.leavesOpen(newest, ProtocolVersion.TLS_1_3));
        assertEquals(List.of("below-minimum"), ids(newest, Optional.of(ProtocolVersion.TLS_1_3)));
        TlsScan nothing =
                scan(FINE, accepted(ProtocolVersion.TLS_1_0, 0xc013), other(ProtocolVersion.TLS_1_2, Known.UNKNOWN));
        assertEquals(List.of("old-version"), ids(nothing, Optional.empty()));
    }
}
