package dev.smtpdiag.simulate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The certificates that a simulated server can show; all but the first have one fault each. */
public enum CertificateKind {
    /** For the right names, from the trusted authority, by way of its intermediate. */
    GOOD,
    /** Signed with its own key. */
    SELF_SIGNED,
    /** Ended three days ago. */
    EXPIRED,
    /** Begins in two days. */
    NOT_YET_VALID,
    /** For other names. */
    WRONG_NAME,
    /** Good, but sent without the intermediate. */
    MISSING_INTERMEDIATE,
    /** From an authority that nobody knows. */
    UNKNOWN_CA,
    /** With an RSA key of 1024 bits. */
    WEAK;

    /** The name in scenario files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CertificateKind parse(SourceLine line, String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> line.error("unknown certificate '" + id + "' (known are "
                        + Arrays.stream(values()).map(CertificateKind::id).collect(Collectors.joining(", "))
                        + ")"));
    }
}
