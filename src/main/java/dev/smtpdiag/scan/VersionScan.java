package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.util.List;
import java.util.Locale;

/**
 * What a server accepts in one version.
 *
 * @param version of the protocol
 * @param accepted whether it is accepted at all
 * @param refusal how it is refused, if it is: the name of an alert, {@code closed} or {@code reset}; else empty
 * @param suites the ones that are accepted, in the order of the server where it has one, else in ours
 * @param suitesComplete whether these are all of them, of those that we know
 * @param order whose order decides
 * @param groups the ones that are accepted for key exchange, in the order in which the server chose
 * @param groupsComplete whether these are all of them, of those that we know
 */
public record VersionScan(
        ProtocolVersion version,
        Known accepted,
        String refusal,
        List<SuiteUse> suites,
        boolean suitesComplete,
        Order order,
        List<NamedGroup> groups,
        boolean groupsComplete) {

    /** Whose order of cipher suites decides. */
    public enum Order {
        SERVER,
        CLIENT,
        UNKNOWN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A cipher suite in use.
     *
     * @param dhBits size of the prime, for a finite field; else 0
     */
    public record SuiteUse(CipherSuite suite, int dhBits) {}

    public VersionScan {
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
    }

    /** By RFC 7568, RFC 8996 and RFC 9325 3.1.1. */
    public Rating rating() {
        return version.code() >= ProtocolVersion.TLS_1_2.code() ? Rating.GOOD : Rating.INSECURE;
    }

    /** The worst of the cipher suites. */
    public Rating suitesRating() {
        Rating worst = Rating.GOOD;
        for (SuiteUse use : suites) {
            worst = use.suite().rating().compareTo(worst) > 0 ? use.suite().rating() : worst;
        }
        return worst;
    }
}
