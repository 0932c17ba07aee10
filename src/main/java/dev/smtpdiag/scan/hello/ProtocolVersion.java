package dev.smtpdiag.scan.hello;

import java.util.Optional;

/** A version of the protocol, the oldest first. */
public enum ProtocolVersion {
    SSL_3_0("SSLv3", 0x0300),
    TLS_1_0("TLS 1.0", 0x0301),
    TLS_1_1("TLS 1.1", 0x0302),
    TLS_1_2("TLS 1.2", 0x0303),
    TLS_1_3("TLS 1.3", 0x0304);

    private final String label;
    private final int code;

    ProtocolVersion(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /** As people write it, {@code TLS 1.2}; the name in JSON, too. */
    public String label() {
        return label;
    }

    /** As it goes over the wire (RFC 8446 4.1.2). */
    public int code() {
        return code;
    }

    static Optional<ProtocolVersion> of(int code) {
        for (ProtocolVersion version : values()) {
            if (version.code == code) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
