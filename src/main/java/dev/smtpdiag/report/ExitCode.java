package dev.smtpdiag.report;

import java.util.Locale;

/** The exit codes, frozen: scripts depend on them. */
public enum ExitCode {
    OK(0),
    FINDINGS(1),
    USAGE(2),
    INTERNAL(3),
    CLOSED(6),
    DNS(7),
    UNREACHABLE(8),
    CONNECT_TIMEOUT(9),
    STEP_TIMEOUT(10),
    PROTOCOL(11),
    GREETING(21),
    EHLO(22),
    MAIL(23),
    RCPT(24),
    AUTH(28),
    TLS(29),
    EHLO_AFTER_TLS(32),
    AUTH_REQUIRED(33),
    RELAY(34),
    STARTTLS_MISSING(40),
    TLS_MODE(41),
    CERT_UNTRUSTED(42),
    CERT_NAME(43),
    CERT_EXPIRED(44),
    AUTH_MISSING(45),
    AUTH_MECHANISM(46),
    AUTH_TEMPORARY(47),
    CREDENTIALS(48),
    TLS_REQUIRED(49),
    TEMPORARY(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process ends with. */
    public int number() {
        return number;
    }

    /** The name in reports, {@code auth-temporary}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For the sum of several targets: a failure to complete over a finding, permanent over temporary. */
    int weight() {
        return switch (this) {
            case OK -> 0;
            case FINDINGS -> 1;
            case TEMPORARY, AUTH_TEMPORARY -> 2;
            case INTERNAL -> 4;
            default -> 3;
        };
    }
}
