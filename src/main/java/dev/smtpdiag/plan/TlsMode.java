package dev.smtpdiag.plan;

/** When TLS begins (RFC 3207, RFC 8314 3). */
public enum TlsMode {
    NONE("none"),
    STARTTLS_IF_OFFERED("auto"),
    STARTTLS_REQUIRED("starttls"),
    IMPLICIT("implicit");

    private final String id;

    TlsMode(String id) {
        this.id = id;
    }

    /** The name on the command line and in JSON. */
    public String id() {
        return id;
    }

    public boolean usesStartTls() {
        return this == STARTTLS_IF_OFFERED || this == STARTTLS_REQUIRED;
    }
}
