package dev.smtpdiag.transcript;

import java.util.Locale;

/** How a step can fail. What it means is for the diagnosis to say. */
public enum Failure {
    /** The host name does not resolve to any usable address. */
    NAME_NOT_FOUND,
    /** Every address refused the connection. */
    CONNECTION_REFUSED,
    /** Every address was unreachable: no route, network down, or a mixture of failures. */
    UNREACHABLE,
    /** No address answered the connection attempt in time. */
    CONNECT_TIMEOUT,
    /** The server answered with a 4yz or 5yz reply. */
    NEGATIVE_REPLY,
    /** The server answered with a positive reply that makes no sense at this step. */
    UNEXPECTED_REPLY,
    /** The server did not answer in time. */
    SILENCE,
    /** The server closed or reset the connection. */
    CLOSED,
    /** What came is no reply. */
    MALFORMED,
    /** The TLS handshake failed. */
    HANDSHAKE,
    /** We spoke TLS where the server speaks plain SMTP, or the other way round. */
    WRONG_TLS_MODE,
    /** What the step needs is not offered by the server. */
    NOT_OFFERED,
    /** The server and we have no mechanism in common. */
    NO_COMMON_MECHANISM,
    /** The server accepts the login, but does not prove that it knows the password, as the mechanism demands. */
    SERVER_UNPROVEN,
    /** The time for the whole probe was spent. */
    TIME_SPENT;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
