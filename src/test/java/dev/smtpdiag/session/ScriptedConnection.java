package dev.smtpdiag.session;

import dev.smtpdiag.session.tls.TlsServerEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection to a server that follows a script. Nothing waits: a fake clock is put forward instead. */
final class ScriptedConnection implements Connection {

    private final Script script;
    private final Feed feed;
    private final FakeClock clock;
    private final Deque<Script.Turn> left;
    private final Deque<byte[]> arriving = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Duration delay = Duration.ZERO;
    private @Nullable TlsServerEnd tls;
    private boolean closed;

    ScriptedConnection(Script script, Feed feed, FakeClock clock) {
        this.script = script;
        this.feed = feed;
        this.clock = clock;
        this.left = new ArrayDeque<>(script.turns());
        takeUninvitedTurns();
    }

    /** What the client has said, a line an element. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int read(byte[] into, Duration timeout) throws IOException {
        if (isOver(Script.End.CLOSES)) {
            return -1;
        }
        if (isOver(Script.End.RESETS)) {
            throw new SocketException("Connection reset");
        }
        if (arriving.isEmpty() || delay.compareTo(timeout) > 0) {
            delay = arriving.isEmpty() ? delay : delay.minus(timeout);
            clock.pass(timeout);
            throw new SocketTimeoutException("Read timed out");
        }
        clock.pass(delay);
        delay = Duration.ZERO;
        byte[] portion = arriving.remove();
        int count = Math.min(into.length, portion.length);
        System.arraycopy(portion, 0, into, 0, count);
        if (count < portion.length) {
            arriving.addFirst(Arrays.copyOfRange(portion, count, portion.length));
        }
        return count;
    }

    @Override
    public void write(byte[] octets) throws IOException {
        if (closed || (left.isEmpty() && script.end() == Script.End.RESETS)) {
            throw new SocketException("Broken pipe");
        }
        byte[] plain = octets;
        if (tls == null && octets[0] >= 20 && octets[0] <= 24) {
            return; // a TLS record (RFC 8446 5.1) where the server does not speak TLS
        }
        if (tls != null) {
            arriving.addAll(feed.portions(tls.receive(octets)));
            plain = tls.takeDecrypted();
            takeUninvitedTurns();
        }
        for (byte octet : plain) {
            line.write(octet);
            if (octet == '\n') {
                hear(line.toString(StandardCharsets.UTF_8));
                line.reset();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private boolean isOver(Script.End end) {
        return arriving.isEmpty() && left.isEmpty() && script.end() == end;
    }

    private void hear(String heard) {
        if (!heard.endsWith("\r\n")) {
            throw new AssertionError("the client ended a line without CRLF: " + heard);
        }
        String said = heard.substring(0, heard.length() - 2);
        sent.add(said);
        Script.Turn turn = left.poll();
        if (turn == null && script.end() != Script.End.STAYS) {
            return;
        }
        if (turn == null && said.equals("QUIT")) {
            answer(new Script.Turn(said, Script.octets("221 Bye"), Duration.ZERO, null));
            return;
        }
        if (turn == null || !said.equals(turn.expected())) {
            throw new AssertionError("the client said '" + said + "' where the script has " + turn);
        }
        answer(turn);
    }

    /** What the server says before the client has said anything, in clear or under TLS. */
    private void takeUninvitedTurns() {
        boolean ready = tls == null || tls.isEstablished();
        while (ready && !left.isEmpty() && left.peek().expected() == null) {
            answer(left.remove());
            ready = tls == null || tls.isEstablished();
        }
    }

    private void answer(Script.Turn turn) {
        delay = delay.plus(turn.delay());
        arriving.addAll(feed.portions(tls == null ? turn.octets() : tls.encrypt(turn.octets())));
        if (turn.tlsAfter() != null) {
            tls = new TlsServerEnd(turn.tlsAfter());
        }
    }
}
