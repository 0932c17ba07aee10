package dev.smtpdiag.scan.hello;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A group for key exchange (RFC 8446 4.2.7 and the registry of IANA).
 *
 * @param code as it goes over the wire
 * @param name as IANA names it; the number in hex where we know none
 */
public record NamedGroup(int code, String name) {

    /** The ones that may be met, those that are preferred today first. */
    private static final List<NamedGroup> KNOWN = List.of(
            new NamedGroup(0x11ec, "X25519MLKEM768"),
            new NamedGroup(0x11eb, "SecP256r1MLKEM768"),
            new NamedGroup(0x11ed, "SecP384r1MLKEM1024"),
            new NamedGroup(29, "x25519"),
            new NamedGroup(23, "secp256r1"),
            new NamedGroup(24, "secp384r1"),
            new NamedGroup(25, "secp521r1"),
            new NamedGroup(30, "x448"),
            new NamedGroup(256, "ffdhe2048"),
            new NamedGroup(257, "ffdhe3072"),
            new NamedGroup(258, "ffdhe4096"),
            new NamedGroup(259, "ffdhe6144"),
            new NamedGroup(260, "ffdhe8192"),
            new NamedGroup(22, "secp256k1"),
            new NamedGroup(26, "brainpoolP256r1"),
            new NamedGroup(27, "brainpoolP384r1"),
            new NamedGroup(28, "brainpoolP512r1"),
            new NamedGroup(21, "secp224r1"),
            new NamedGroup(19, "secp192r1"));

    private static final int FIRST_FINITE_FIELD = 256;
    private static final int LAST_FINITE_FIELD = 511;

    /** The group with this code, known or not. */
    public static NamedGroup of(int code) {
        for (NamedGroup group : KNOWN) {
            if (group.code == code) {
                return group;
            }
        }
        return new NamedGroup(code, String.format(Locale.ROOT, "0x%04X", code));
    }

    /** What to offer for a version: finite fields in TLS 1.3 alone, where a server can choose one by its name. */
    public static List<NamedGroup> offered(ProtocolVersion version) {
        List<NamedGroup> groups = new ArrayList<>();
        for (NamedGroup group : KNOWN) {
            boolean old =
                    group.code == 19 || group.code == 21 || group.code == 22 || group.code > 25 && group.code < 29;
            boolean hybrid = group.code > 0x1000;
            if (version == ProtocolVersion.TLS_1_3 ? !old : !group.isFiniteField() && !hybrid) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** Whether it is a finite field (RFC 7919) rather than a curve. */
    public boolean isFiniteField() {
        return code >= FIRST_FINITE_FIELD && code <= LAST_FINITE_FIELD;
    }

    /** Whether it gives less than the 224 bits that RFC 9325 4.5 asks of a curve. */
    public boolean isWeak() {
        return code == 19;
    }
}
