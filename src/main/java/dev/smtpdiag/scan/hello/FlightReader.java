package dev.smtpdiag.scan.hello;

import dev.smtpdiag.scan.hello.ServerFlight.End;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answer to a ClientHello apart, in whatever portions it arrives: records, the handshake messages in them, and
 * what they say. Bounded: nothing of a server makes it keep more than {@link #MAX_OCTETS}.
 */
public final class FlightReader {

    /** A chain of certificates is seldom longer than a tenth of this. */
    public static final int MAX_OCTETS = 256 * 1024;

    private static final int MAX_START = 256;
    private static final int HEADER = 5;
    private static final int LONGEST_RECORD = (1 << 14) + 2048; // RFC 5246 6.2.3
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION = 23;

    private final ByteArrayOutputStream incoming = new ByteArrayOutputStream();
    private final ByteArrayOutputStream handshake = new ByteArrayOutputStream();
    private final List<byte[]> certificates = new ArrayList<>();
    private int total;
    private byte[] start = new byte[0];
    private byte[] keyExchange = new byte[0];
    private boolean stapled;
    private boolean clientCertificate;
    private @Nullable ServerHello hello;
    private @Nullable TlsAlert alert;
    private @Nullable End end;

    /**
     * Takes the next octets.
     *
     * @return whether the flight is over, so that nothing more need be read
     */
    public boolean accept(byte[] octets) {
        if (end != null) {
            return true;
        }
        keepStart(octets);
        total += octets.length;
        if (total > MAX_OCTETS) {
            end = End.MALFORMED;
            return true;
        }
        incoming.writeBytes(octets);
        try {
            records();
        } catch (WireReader.Malformed e) {
            end = End.MALFORMED;
        }
        return end != null;
    }

    /** What has come by now. */
    public ServerFlight flight() {
        End why = end == null ? End.CUT : end;
        return new ServerFlight(
                why,
                Optional.ofNullable(hello),
                certificates,
                stapled,
                keyExchange,
                clientCertificate,
                Optional.ofNullable(alert),
                why == End.NOT_TLS ? start : new byte[0]);
    }

    private void keepStart(byte[] octets) {
        int more = Math.min(octets.length, MAX_START - start.length);
        int kept = start.length;
        start = Arrays.copyOf(start, kept + more);
        System.arraycopy(octets, 0, start, kept, more);
    }

    private void records() throws WireReader.Malformed {
        byte[] all = incoming.toByteArray();
        int position = 0;
        while (end == null && all.length > position) {
            int type = all[position] & 0xff;
            boolean known = type >= CHANGE_CIPHER_SPEC && type <= APPLICATION;
            boolean version = all.length < position + 2 || all[position + 1] == 3;
            if (!known || !version) {
                end = position == 0 && hello == null && total == all.length ? End.NOT_TLS : End.MALFORMED;
                return;
            }
            if (all.length < position + HEADER) {
                break;
            }
            int length = (all[position + 3] & 0xff) << 8 | all[position + 4] & 0xff;
            if (length > LONGEST_RECORD) {
                throw new WireReader.Malformed();
            }
            if (all.length < position + HEADER + length) {
                break;
            }
            record(type, Arrays.copyOfRange(all, position + HEADER, position + HEADER + length));
            position += HEADER + length;
        }
        incoming.reset();
        incoming.write(all, position, all.length - position);
    }

    private void record(int type, byte[] content) throws WireReader.Malformed {
        switch (type) {
            case ALERT -> {
                WireReader in = new WireReader(content);
                TlsAlert received = new TlsAlert(in.u8(), in.u8());
                if (received.isLast()) {
                    alert = received;
                    end = End.ALERT;
                }
            }
            case HANDSHAKE -> {
                handshake.writeBytes(content);
                messages();
            }
            default -> {
                if (hello == null) {
                    throw new WireReader.Malformed();
                }
            }
        }
    }

    private void messages() throws WireReader.Malformed {
        WireReader in = new WireReader(handshake.toByteArray());
        int used = 0;
        while (end == null && in.left() >= 4) {
            int type = in.u8();
            int length = in.u24();
            if (length > MAX_OCTETS) {
                throw new WireReader.Malformed();
            }
            if (in.left() < length) {
                break;
            }
            message(type, in.take(length));
            used += 4 + length;
        }
        byte[] all = handshake.toByteArray();
        handshake.reset();
        handshake.write(all, used, all.length - used);
    }

    /** RFC 5246 7.4, RFC 6066 8. */
    private void message(int type, byte[] body) throws WireReader.Malformed {
        if (hello == null && type != 2 && type != 0) {
            throw new WireReader.Malformed();
        }
        switch (type) {
            case 2 -> {
                ServerHello read = ServerHello.read(body);
                hello = read;
                if (read.version().filter(v -> v == ProtocolVersion.TLS_1_3).isPresent()) {
                    end = End.COMPLETE; // what follows is encrypted
                }
            }
            case 11 -> chain(body);
            case 12 -> keyExchange = body;
            case 13 -> clientCertificate = true;
            case 14 -> end = End.COMPLETE;
            case 22 -> stapled = body.length > 4;
            default -> {
                // A message that says nothing we ask for, such as a HelloRequest.
            }
        }
    }

    private void chain(byte[] body) throws WireReader.Malformed {
        WireReader in = new WireReader(new WireReader(body).vector24());
        certificates.clear();
        while (in.left() > 0) {
            certificates.add(in.vector24());
        }
    }
}
