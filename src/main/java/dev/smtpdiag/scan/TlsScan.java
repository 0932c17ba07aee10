package dev.smtpdiag.scan;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.transcript.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a scan found out.
 *
 * @param plan what was asked for
 * @param endpoint where every connection went
 * @param startedAt by our clock
 * @param versions all of them, the newest first
 * @param certificates one for each type of key that was seen
 * @param connections how many were made
 * @param setbacks how often the server turned us away
 * @param gaps what could not be found out
 */
public record TlsScan(
        Plan plan,
        Endpoint endpoint,
        Instant startedAt,
        List<VersionScan> versions,
        List<ServerCertificate> certificates,
        Features features,
        int connections,
        int setbacks,
        List<Gap> gaps) {

    public TlsScan {
        versions = List.copyOf(versions);
        certificates = List.copyOf(certificates);
        gaps = List.copyOf(gaps);
    }

    /** What was found about one version. */
    public VersionScan version(ProtocolVersion version) {
        return versions.stream()
                .filter(scan -> scan.version() == version)
                .findFirst()
                .orElseThrow();
    }

    /** Whether this version is accepted for certain. */
    public boolean accepts(ProtocolVersion version) {
        return version(version).accepted() == Known.YES;
    }

    /** Whether any version is accepted for certain. */
    public boolean acceptsAny() {
        return versions.stream().anyMatch(scan -> scan.accepted() == Known.YES);
    }

    /** Every group of every version, each once. */
    public List<NamedGroup> groups() {
        List<NamedGroup> all = new ArrayList<>();
        for (VersionScan version : versions) {
            version.groups().stream().filter(group -> !all.contains(group)).forEach(all::add);
        }
        return all;
    }

    /** The smallest prime of a finite field in an authenticated exchange, in bits; 0 when none was seen. */
    public int smallestPrime() {
        return versions.stream()
                .flatMap(version -> version.suites().stream())
                .filter(use -> !use.suite().authentication().equals("none"))
                .mapToInt(VersionScan.SuiteUse::dhBits)
                .filter(bits -> bits > 0)
                .min()
                .orElse(0);
    }
}
