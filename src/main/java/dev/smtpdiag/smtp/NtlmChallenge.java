package dev.smtpdiag.smtp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads an NTLM challenge ([MS-NLMP] 2.2.1.2): it tells the domain and the version of Windows to everybody who asks. */
final class NtlmChallenge {

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int UNICODE = 1;
    private static final int WITH_VERSION = 0x0200_0000;
    private static final int SHORTEST = 32;

    /** [MS-NLMP] 2.2.2.1, by their numbers. */
    private static final Map<Integer, String> NAMES =
            Map.of(1, "netbiosComputer", 2, "netbiosDomain", 3, "dnsComputer", 4, "dnsDomain", 5, "dnsForest");

    private final ByteBuffer message;

    private NtlmChallenge(byte[] octets) {
        message = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Challenge read(byte[] octets) {
        boolean challenge = octets.length >= SHORTEST
                && ByteBuffer.wrap(octets, 0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE))
                && octets[8] == 2;
        if (!challenge) {
            return Challenge.opaque(octets.length);
        }
        return new Challenge(Challenge.Kind.NTLM, new NtlmChallenge(octets).facts());
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        int flags = message.getInt(20);
        Charset charset = (flags & UNICODE) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
        put(facts, "targetName", slice(12), charset);
        if (message.limit() >= 56 && (flags & WITH_VERSION) != 0) {
            facts.put("version", (message.get(48) & 0xff) + "." + (message.get(49) & 0xff));
            facts.put("build", Integer.toString(message.getShort(50) & 0xffff));
        }
        if (message.limit() >= 48) {
            pairs(slice(40), facts);
        }
        return facts;
    }

    private void pairs(ByteBuffer pairs, Map<String, String> facts) {
        while (pairs.remaining() >= 4) {
            int id = pairs.getShort() & 0xffff;
            int length = pairs.getShort() & 0xffff;
            if (id == 0 || length > pairs.remaining()) {
                return;
            }
            ByteBuffer value = pairs.slice().limit(length);
            pairs.position(pairs.position() + length);
            String name = NAMES.get(id);
            if (name != null) {
                put(facts, name, value, StandardCharsets.UTF_16LE);
            }
        }
    }

    /** What the length and the offset at a position point to; nothing where they point outside. */
    private ByteBuffer slice(int position) {
        int length = message.getShort(position) & 0xffff;
        int offset = message.getInt(position + 4);
        boolean inside = offset >= 0 && offset <= message.limit() - length;
        ByteBuffer part = inside ? message.slice(offset, length) : ByteBuffer.allocate(0);
        return part.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(Map<String, String> facts, String name, ByteBuffer value, Charset charset) {
        String text = Challenge.cut(charset.decode(value).toString());
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }
}
