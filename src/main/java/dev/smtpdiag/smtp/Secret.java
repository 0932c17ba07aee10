package dev.smtpdiag.smtp;

import java.nio.charset.StandardCharsets;

/** A password or token. Its only printable form is a mask, of a length that tells nothing. */
public final class Secret {

    /** What stands in the place of a secret wherever one would be printed. */
    public static final String MASK = "****************";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The value itself. Only for the code that puts it on the wire and for the masking of transcripts. */
    public String reveal() {
        return value;
    }

    /** The value as the octets that go on the wire (RFC 4616 2: UTF-8). */
    public byte[] octets() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
