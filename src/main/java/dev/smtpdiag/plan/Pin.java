package dev.smtpdiag.plan;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A key or a certificate that the server has to show.
 *
 * @param kind what the value is taken from
 * @param value of a public key: SHA-256 of its SubjectPublicKeyInfo in base64 (RFC 7469 2.4); of a certificate: SHA-256 in
 *     lower-case hex
 */
public record Pin(Kind kind, String value) {

    /** What a pin holds on to. */
    public enum Kind {
        PUBLIC_KEY,
        CERTIFICATE
    }

    private static final String KEY_PREFIX = "sha256//";
    private static final int OCTETS = 32;

    /**
     * Reads {@code sha256//BASE64}, as curl writes it, or a fingerprint in hex with or without colons.
     *
     * @throws InvalidInputException when it is neither
     */
    public static Pin parse(String text) {
        if (text.startsWith(KEY_PREFIX)) {
            String base64 = text.substring(KEY_PREFIX.length());
            try {
                if (Base64.getDecoder().decode(base64).length == OCTETS) {
                    return new Pin(Kind.PUBLIC_KEY, base64);
                }
            } catch (IllegalArgumentException e) {
                // told below
            }
            throw new InvalidInputException("pin.unreadable", HostAndPort.printable(text));
        }
        String hex = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + 2 * OCTETS + "}")) {
            throw new InvalidInputException("pin.unreadable", HostAndPort.printable(text));
        }
        return new Pin(Kind.CERTIFICATE, HexFormat.of().formatHex(HexFormat.of().parseHex(hex)));
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return kind == Kind.PUBLIC_KEY ? KEY_PREFIX + value : value;
    }
}
