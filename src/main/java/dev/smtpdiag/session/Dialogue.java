package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.tls.Alert;
import dev.smtpdiag.session.tls.Handshake;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The conversation on one connection: sends a command, waits for its reply, and records both.
 *
 * <p>Holds what later steps must know of earlier ones, and nothing else.
 */
final class Dialogue implements AutoCloseable {

    private final Plan plan;
    private final Recorder recorder;
    private final Environment environment;
    private final Deadline end;
    private Connection connection;
    private ReplyReader reader;
    private Extensions extensions = Extensions.NONE;
    private @Nullable Handshake handshake;
    private boolean secure;
    private boolean certificateAccepted;
    private boolean open = true;

    Dialogue(Plan plan, Recorder recorder, Environment environment, Deadline end, Connection connection) {
        this.plan = plan;
        this.recorder = recorder;
        this.environment = environment;
        this.end = end;
        this.connection = connection;
        this.reader = new ReplyReader(connection);
    }

    Plan plan() {
        return plan;
    }

    Recorder recorder() {
        return recorder;
    }

    Environment environment() {
        return environment;
    }

    /** By when the whole probe must be over. */
    Deadline end() {
        return end;
    }

    Connection connection() {
        return connection;
    }

    /** What the latest EHLO announced. */
    Extensions extensions() {
        return extensions;
    }

    void announced(Extensions announced) {
        extensions = announced;
    }

    boolean isSecure() {
        return secure;
    }

    /** Whether a login may be sent: the certificate is valid, or the user waived that. */
    boolean certificateAccepted() {
        return certificateAccepted;
    }

    /** Goes on under TLS. */
    void upgrade(Handshake done) {
        handshake = done;
        connection = done.connection();
        reader = new ReplyReader(connection);
        secure = true;
        recorder.secured();
    }

    /** What became known in the TLS handshake, if there was one. */
    Optional<Handshake> handshake() {
        return Optional.ofNullable(handshake);
    }

    void certificateJudged(boolean accepted) {
        certificateAccepted = accepted;
    }

    /** Whether commands can still be sent. */
    boolean isOpen() {
        return open;
    }

    /** Octets that came behind the last reply; they are evidence, never a reply. */
    byte[] takePending() {
        return reader.takePending();
    }

    Answer send(Command command, Duration timeout) {
        Duration begun = recorder.elapsed();
        recorder.record(stamp -> new Event.CommandSent(stamp, command.display()));
        try {
            connection.write((command.wire() + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (SSLException e) {
            return brokenTls(e, begun);
        } catch (IOException e) {
            // The server is gone, but it may have said why before it left: read on.
        }
        return await(timeout, begun);
    }

    /** Whether the server says anything, or leaves, within this time. Nothing of it is lost. */
    boolean hasOutput(Duration timeout) {
        return reader.hasInput(end.within(timeout));
    }

    /**
     * Waits for a reply.
     *
     * @param timeout counted from {@code begun}
     * @param begun when the wait began, on the clock of the recorder
     */
    Answer await(Duration timeout, Duration begun) {
        Deadline deadline = end.within(timeout.minus(recorder.elapsed().minus(begun)));
        try {
            ReplyReader.Received received = reader.read(deadline);
            Duration took = recorder.elapsed().minus(begun);
            return record(received, took, timeout);
        } catch (SSLException e) {
            return brokenTls(e, begun);
        } catch (IOException e) {
            return record(
                    new ReplyReader.End(true, new byte[0]), recorder.elapsed().minus(begun), timeout);
        }
    }

    private Answer record(ReplyReader.Received received, Duration took, Duration timeout) {
        if (received instanceof ReplyReader.Output output) {
            String raw = Recorder.raw(output.raw());
            if (output.output() instanceof Reply reply) {
                recorder.record(stamp -> new Event.ReplyReceived(stamp, reply, raw, took));
                if (reply.is(421)) {
                    // RFC 5321 3.8: the server closes after it.
                    open = false;
                }
                return new Answer.Replied(reply);
            }
            MalformedReply malformed = (MalformedReply) output.output();
            recorder.record(stamp -> new Event.MalformedReceived(stamp, malformed, raw, took));
            return lost(Failure.MALFORMED);
        }
        if (received instanceof ReplyReader.Silence silence) {
            recorder.record(stamp -> new Event.TimedOut(stamp, took, Recorder.raw(silence.partial())));
            boolean allSpent = end.hasPassed() && took.compareTo(timeout) < 0;
            return lost(allSpent ? Failure.TIME_SPENT : Failure.SILENCE);
        }
        ReplyReader.End closed = (ReplyReader.End) received;
        recorder.record(stamp -> new Event.Closed(stamp, closed.reset(), Recorder.raw(closed.partial()), took));
        return lost(Failure.CLOSED);
    }

    private Answer brokenTls(SSLException e, Duration begun) {
        @Nullable String alert = Alert.in(e);
        Duration took = recorder.elapsed().minus(begun);
        recorder.record(stamp -> new Event.TlsFailed(stamp, alert, String.valueOf(e.getMessage()), "", took));
        return lost(Failure.HANDSHAKE);
    }

    /** Says that this connection is of no further use. */
    Answer lost(Failure failure) {
        open = false;
        return new Answer.Lost(failure);
    }

    @Override
    public void close() {
        open = false;
        connection.close();
    }
}
