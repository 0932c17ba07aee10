package dev.smtpdiag.scan;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a scan can find, the most urgent first; the words are in the knowledge base. */
public enum ScanRule {
    /** Less is accepted than {@code --tls-min} allows. */
    BELOW_MINIMUM(Severity.ERROR, Basis.PRACTICE, "RFC 9325 3.1.1", 1),
    /** What {@code --tls-min} asks for is not accepted. */
    MINIMUM_MISSING(Severity.ERROR, Basis.PRACTICE, "RFC 9325 3.1.1", 1),
    NO_MODERN_VERSION(Severity.ERROR, Basis.RFC_MUST, "RFC 9325 3.1.1", 0),
    SSL3(Severity.ERROR, Basis.RFC_MUST, "RFC 7568 3", 0),
    INSECURE_SUITE(Severity.ERROR, Basis.RFC_MUST, "RFC 9325 4.1", 0),
    NO_FORWARD_SECRECY(Severity.ERROR, Basis.RFC_SHOULD, "RFC 9325 4.1", 0),
    SMALL_DH(Severity.WARNING, Basis.RFC_SHOULD, "RFC 9325 4.5", 0),
    OLD_VERSION(Severity.WARNING, Basis.RFC_MUST, "RFC 8996 4", 0),
    WEAK_SUITE(Severity.WARNING, Basis.RFC_SHOULD, "RFC 9325 4.1", 0),
    WEAK_GROUP(Severity.WARNING, Basis.RFC_SHOULD, "RFC 9325 4.5", 0),
    COMPRESSION(Severity.WARNING, Basis.RFC_SHOULD, "RFC 9325 3.3", 0),
    NO_SECURE_RENEGOTIATION(Severity.WARNING, Basis.RFC_MUST, "RFC 9325 3.5", 0),
    NO_EXTENDED_MASTER_SECRET(Severity.WARNING, Basis.RFC_SHOULD, "RFC 7627 5.3", 0),
    NO_TLS13(Severity.INFO, Basis.RFC_SHOULD, "RFC 9325 3.1.1", 0),
    INCOMPLETE(Severity.INFO, Basis.PRACTICE, "RFC 5321 4.2.1", 0);

    private final Severity severity;
    private final Basis basis;
    private final String citation;
    private final int exit;

    ScanRule(Severity severity, Basis basis, String citation, int exit) {
        this.severity = severity;
        this.basis = basis;
        this.citation = citation;
        this.exit = exit;
    }

    /** The name of its words, {@code tls-scan.weak-suite}. */
    public String id() {
        return "tls-scan." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    public Basis basis() {
        return basis;
    }

    public String citation() {
        return citation;
    }

    /** The exit code that it brings, or 0 for none. */
    public int exit() {
        return exit;
    }

    Finding finding(Map<String, String> arguments) {
        return new Finding(id(), severity, Confidence.CERTAIN, Stage.TLS, List.of(), arguments);
    }
}
