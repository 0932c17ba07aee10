package dev.smtpdiag.scan;

import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.scan.VersionScan.SuiteUse;
import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the outcome of a scan means, by RFC 9325, RFC 8996 and RFC 7568. Says nothing about what is not known. */
public final class ScanFindings {

    private static final int SMALLEST_PRIME = 2048; // RFC 9325 4.5
    private static final int MOST_NAMED = 6;

    private final TlsScan scan;
    private final Optional<ProtocolVersion> minimum;
    private final List<Finding> findings = new ArrayList<>();

    private ScanFindings(TlsScan scan, Optional<ProtocolVersion> minimum) {
        this.scan = scan;
        this.minimum = minimum;
    }

    /**
     * @param minimum the oldest version that may be accepted, if somebody said so
     * @return the most urgent first
     */
    public static List<Finding> of(TlsScan scan, Optional<ProtocolVersion> minimum) {
        ScanFindings all = new ScanFindings(scan, minimum);
        all.minimum();
        all.versions();
        all.suites();
        all.exchange();
        all.features();
        all.gaps();
        all.findings.sort(java.util.Comparator.comparing(ScanFindings::urgency));
        return List.copyOf(all.findings);
    }

    /** Whether the answer to the minimum is not known, because versions are not known that it depends on. */
    public static boolean leavesOpen(TlsScan scan, ProtocolVersion minimum) {
        boolean offered = scan.versions().stream()
                .anyMatch(version -> version.version().code() >= minimum.code() && version.accepted() == Known.YES);
        return scan.versions().stream()
                .filter(version -> version.accepted() == Known.UNKNOWN)
                .anyMatch(version -> version.version().code() < minimum.code() || !offered);
    }

    private static int urgency(Finding finding) {
        for (ScanRule rule : ScanRule.values()) {
            if (rule.id().equals(finding.id())) {
                return rule.ordinal();
            }
        }
        return ScanRule.values().length;
    }

    private void minimum() {
        if (minimum.isEmpty()) {
            return;
        }
        ProtocolVersion least = minimum.get();
        List<String> below = labels(version -> version.version().code() < least.code());
        if (!below.isEmpty()) {
            add(ScanRule.BELOW_MINIMUM, Map.of("minimum", least.label(), "versions", String.join(", ", below)));
        }
        boolean offered =
                !labels(version -> version.version().code() >= least.code()).isEmpty();
        if (!offered && !leavesOpen(scan, least)) {
            add(ScanRule.MINIMUM_MISSING, Map.of("minimum", least.label()));
        }
    }

    private void versions() {
        boolean modernUnknown = scan.versions().stream()
                .anyMatch(version -> version.rating() == Rating.GOOD && version.accepted() == Known.UNKNOWN);
        boolean modern = scan.accepts(ProtocolVersion.TLS_1_2) || scan.accepts(ProtocolVersion.TLS_1_3);
        if (!modern && !modernUnknown && scan.acceptsAny()) {
            add(ScanRule.NO_MODERN_VERSION, Map.of());
        }
        if (scan.accepts(ProtocolVersion.SSL_3_0)) {
            add(ScanRule.SSL3, Map.of());
        }
        List<String> old = labels(version ->
                Set.of(ProtocolVersion.TLS_1_0, ProtocolVersion.TLS_1_1).contains(version.version()));
        if (!old.isEmpty()) {
            add(ScanRule.OLD_VERSION, Map.of("versions", String.join(", ", old)));
        }
        boolean refused = scan.version(ProtocolVersion.TLS_1_3).accepted() == Known.NO;
        if (modern && refused) {
            add(ScanRule.NO_TLS13, Map.of());
        }
    }

    private void suites() {
        suites(ScanRule.INSECURE_SUITE, Rating.INSECURE);
        suites(ScanRule.WEAK_SUITE, Rating.WEAK);
        boolean any = uses().stream().findAny().isPresent();
        boolean forward = uses().stream().anyMatch(use -> use.suite().forwardSecrecy());
        boolean complete = scan.versions().stream()
                .allMatch(version -> version.accepted() == Known.NO || version.suitesComplete());
        if (any && !forward && complete) {
            add(ScanRule.NO_FORWARD_SECRECY, Map.of());
        }
    }

    private void suites(ScanRule rule, Rating rating) {
        Set<String> names = new TreeSet<>();
        Map<String, String> arguments = new HashMap<>();
        for (SuiteUse use : uses()) {
            CipherSuite suite = use.suite();
            if (suite.rating() == rating) {
                names.add(suite.openssl().isEmpty() ? suite.name() : suite.openssl());
                reason(suite).ifPresent(reason -> arguments.put(reason, "yes"));
            }
        }
        if (!names.isEmpty()) {
            arguments.put("count", Integer.toString(names.size()));
            arguments.put("suites", shortened(names));
            add(rule, arguments);
        }
    }

    /** Which of the remedies in the article is about this suite. */
    private static Optional<String> reason(CipherSuite suite) {
        if (suite.rating() == Rating.INSECURE) {
            return Optional.of(suite.authentication().equals("none") ? "anonymous" : "broken");
        }
        if (suite.cipher().startsWith("3DES")) {
            return Optional.of("three-des");
        }
        return switch (suite.exchange()) {
            case "RSA", "DH", "ECDH" -> Optional.of("static-key");
            case "DHE" -> Optional.of("finite-field");
            default -> Optional.empty();
        };
    }

    private static String shortened(Set<String> names) {
        List<String> first = names.stream().limit(MOST_NAMED).toList();
        return String.join(", ", first) + (names.size() > MOST_NAMED ? ", …" : "");
    }

    private void exchange() {
        int prime = scan.smallestPrime();
        if (prime > 0 && prime < SMALLEST_PRIME) {
            add(ScanRule.SMALL_DH, Map.of("bits", Integer.toString(prime)));
        }
        List<String> weak = scan.groups().stream()
                .filter(NamedGroup::isWeak)
                .map(NamedGroup::name)
                .toList();
        if (!weak.isEmpty()) {
            add(ScanRule.WEAK_GROUP, Map.of("groups", String.join(", ", weak)));
        }
    }

    private void features() {
        if (scan.features().compression() == Known.YES) {
            add(ScanRule.COMPRESSION, Map.of());
        }
        if (scan.features().secureRenegotiation() == Known.NO) {
            add(ScanRule.NO_SECURE_RENEGOTIATION, Map.of());
        }
        if (scan.features().extendedMasterSecret() == Known.NO) {
            add(ScanRule.NO_EXTENDED_MASTER_SECRET, Map.of());
        }
    }

    private void gaps() {
        Set<Gap.Reason> reasons = EnumSet.noneOf(Gap.Reason.class);
        scan.gaps().stream()
                .map(Gap::reason)
                .filter(reason -> reason != Gap.Reason.NOT_POSSIBLE)
                .forEach(reasons::add);
        if (!reasons.isEmpty()) {
            Map<String, String> arguments = new HashMap<>();
            reasons.forEach(reason -> arguments.put(reason.id(), "yes"));
            add(ScanRule.INCOMPLETE, arguments);
        }
    }

    private List<SuiteUse> uses() {
        return scan.versions().stream()
                .flatMap(version -> version.suites().stream())
                .toList();
    }

    private List<String> labels(Predicate<VersionScan> wanted) {
        return scan.versions().stream()
                .filter(version -> version.accepted() == Known.YES)
                .filter(wanted)
                .map(version -> version.version().label())
                .toList();
    }

    private void add(ScanRule rule, Map<String, String> arguments) {
        Map<String, String> all = new HashMap<>(arguments);
        all.put("host", scan.plan().target().host());
        all.put("port", Integer.toString(scan.plan().target().port()));
        findings.add(rule.finding(all));
    }
}
