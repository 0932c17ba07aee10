package dev.smtpdiag.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a server says: a greeting, then an answer to each line that the client is expected to send, in order.
 *
 * <p>A client that says anything else fails the test. After the last line the server stays silent, except to QUIT, unless
 * the script says how it ends.
 */
final class Script {

    /** What the server does when it has said all. */
    enum End {
        STAYS,
        CLOSES,
        RESETS
    }

    /**
     * @param expected what the client must have said, or null for the start of the connection
     * @param answer one char an octet
     * @param delay how long the server thinks about it
     * @param tlsAfter what the server needs for TLS when that follows
     */
    record Turn(
            @Nullable String expected,
            String answer,
            Duration delay,
            @Nullable SSLContext tlsAfter) {

        Turn(@Nullable String expected, byte[] answer, Duration delay, @Nullable SSLContext tlsAfter) {
            this(expected, new String(answer, StandardCharsets.ISO_8859_1), delay, tlsAfter);
        }

        byte[] octets() {
            return answer.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final List<Turn> turns = new ArrayList<>();
    private End end = End.STAYS;

    private Script() {}

    /** Begins with these lines; none for a server that says nothing by itself. */
    static Script greets(String... lines) {
        return greetsRaw(octets(lines));
    }

    static Script greetsRaw(byte[] octets) {
        return greetsAfter(Duration.ZERO, octets);
    }

    static Script greetsAfter(Duration delay, byte[] octets) {
        Script script = new Script();
        script.turns.add(new Turn(null, octets, delay, null));
        return script;
    }

    /** A server that expects a ClientHello first. */
    static Script speaksTls(SSLContext context, String... greeting) {
        Script script = new Script();
        script.turns.add(new Turn(null, new byte[0], Duration.ZERO, context));
        script.turns.add(new Turn(null, octets(greeting), Duration.ZERO, null));
        return script;
    }

    Script then(String expected, String... lines) {
        return thenRaw(expected, octets(lines));
    }

    Script thenRaw(String expected, byte[] octets) {
        return thenAfter(Duration.ZERO, expected, octets);
    }

    Script thenAfter(Duration delay, String expected, byte[] octets) {
        turns.add(new Turn(expected, octets, delay, null));
        return this;
    }

    Script thenTls(SSLContext context, String expected, String... lines) {
        turns.add(new Turn(expected, octets(lines), Duration.ZERO, context));
        return this;
    }

    Script ends(End how) {
        end = how;
        return this;
    }

    List<Turn> turns() {
        return List.copyOf(turns);
    }

    End end() {
        return end;
    }

    /** The octets of a file of this name in {@code replies/}. */
    static byte[] file(String name) {
        try (InputStream in = Script.class.getResourceAsStream("/replies/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such file: replies/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] octets(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
