package dev.smtpdiag.scan.hello;

import java.util.Map;

/**
 * Why a side gives up (RFC 8446 6).
 *
 * @param level 1 for a warning, 2 for the end
 * @param code the description
 */
public record TlsAlert(int level, int code) {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"),
            Map.entry(10, "unexpected_message"),
            Map.entry(20, "bad_record_mac"),
            Map.entry(40, "handshake_failure"),
            Map.entry(41, "no_certificate"),
            Map.entry(42, "bad_certificate"),
            Map.entry(43, "unsupported_certificate"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(49, "access_denied"),
            Map.entry(50, "decode_error"),
            Map.entry(70, "protocol_version"),
            Map.entry(71, "insufficient_security"),
            Map.entry(80, "internal_error"),
            Map.entry(86, "inappropriate_fallback"),
            Map.entry(90, "user_canceled"),
            Map.entry(109, "missing_extension"),
            Map.entry(110, "unsupported_extension"),
            Map.entry(112, "unrecognized_name"),
            Map.entry(116, "certificate_required"),
            Map.entry(120, "no_application_protocol"));

    /** A client that leaves politely: close_notify, as one record of a version that every server reads. */
    public static byte[] closeNotify() {
        return new byte[] {21, 3, 1, 0, 2, 1, 0};
    }

    /** As the RFC names it; the number where we know none. */
    public String name() {
        return NAMES.getOrDefault(code, Integer.toString(code));
    }

    /** Whether nothing follows. */
    boolean isLast() {
        return level != 1 || code == 0;
    }
}
