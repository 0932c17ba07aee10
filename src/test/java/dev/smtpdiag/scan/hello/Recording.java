package dev.smtpdiag.scan.hello;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** What real servers answered to a ClientHello of ours, in {@code tls/NAME.hex}. */
public final class Recording {

    private Recording() {}

    public static byte[] of(String name) {
        try (InputStream in = Recording.class.getResourceAsStream("/tls/" + name + ".hex")) {
            if (in == null) {
                throw new IllegalArgumentException("no such recording: " + name);
            }
            String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The flight, read in portions of this size. */
    public static ServerFlight flight(byte[] octets, int portion) {
        FlightReader reader = new FlightReader();
        for (int i = 0; i < octets.length; i += portion) {
            if (reader.accept(Arrays.copyOfRange(octets, i, Math.min(octets.length, i + portion)))) {
                break;
            }
        }
        return reader.flight();
    }

    static ServerFlight flight(String name) {
        return flight(of(name), Integer.MAX_VALUE / 2);
    }
}
