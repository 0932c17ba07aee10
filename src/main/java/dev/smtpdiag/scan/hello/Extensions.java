package dev.smtpdiag.scan.hello;

/** Numbers of extensions (IANA, TLS ExtensionType Values). */
final class Extensions {

    static final int SERVER_NAME = 0;
    static final int STATUS_REQUEST = 5; // RFC 6066 8
    static final int SUPPORTED_GROUPS = 10;
    static final int EC_POINT_FORMATS = 11;
    static final int SIGNATURE_ALGORITHMS = 13;
    static final int PADDING = 21; // RFC 7685
    static final int ENCRYPT_THEN_MAC = 22; // RFC 7366
    static final int EXTENDED_MASTER_SECRET = 23; // RFC 7627
    static final int SESSION_TICKET = 35; // RFC 5077
    static final int SUPPORTED_VERSIONS = 43;
    static final int PSK_KEY_EXCHANGE_MODES = 45;
    static final int KEY_SHARE = 51;
    static final int RENEGOTIATION_INFO = 0xff01; // RFC 5746

    private Extensions() {}
}
