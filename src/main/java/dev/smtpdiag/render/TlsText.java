package dev.smtpdiag.render;

/** TLS names as people say them. */
final class TlsText {

    private TlsText() {}

    /** {@code TLS 1.3, AES-256-GCM}. */
    static String of(String protocol, String cipherSuite) {
        return protocol(protocol) + ", " + cipher(cipherSuite);
    }

    /** {@code TLSv1.3} becomes {@code TLS 1.3}. */
    static String protocol(String name) {
        if (name.equals("TLSv1")) {
            return "TLS 1.0";
        }
        return name.startsWith("TLSv") ? "TLS " + name.substring(4) : name;
    }

    /** {@code TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384} becomes {@code AES-256-GCM}. */
    private static String cipher(String suite) {
        int with = suite.indexOf("_WITH_");
        String name = with >= 0 ? suite.substring(with + 6) : suite.replaceFirst("^TLS_", "");
        return name.replaceFirst("_(SHA\\d*|MD5)$", "").replace('_', '-');
    }
}
