package dev.smtpdiag.render;

import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.report.Exit;
import dev.smtpdiag.scan.TlsScan;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a scan.
 *
 * @param plan what was asked for
 * @param scan what was found; nothing when there was no TLS to scan
 * @param findings the most urgent first
 * @param exit how it ended, for scripts
 */
public record ScanReport(Plan plan, Optional<TlsScan> scan, List<Finding> findings, Exit exit) {

    public ScanReport {
        findings = List.copyOf(findings);
    }
}
