package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The only way into a transcript: stamps events, masks secrets, keeps everything.
 *
 * <p>Safe for use by several threads, because further addresses are tried beside the walk.
 */
public final class Recorder {

    private final LongSupplier nanoClock;
    private final Consumer<Event> listener;
    private final long start;
    private final Redactor redactor = new Redactor();
    private final List<Event> events = new ArrayList<>();
    private Stage stage = Stage.RESOLVE;
    private boolean secure;
    private int nextLine = 1;

    /**
     * @param nanoClock monotonic time in nanoseconds
     * @param listener told of every event as it happens, for progress
     */
    public Recorder(LongSupplier nanoClock, Consumer<Event> listener) {
        this.nanoClock = nanoClock;
        this.listener = listener;
        this.start = nanoClock.getAsLong();
    }

    /** Masks this value, in every common encoding, in all that is recorded from now on. */
    public synchronized void protect(Secret secret) {
        redactor.protect(secret);
    }

    /** Says which step the following events belong to. */
    public synchronized void enter(Stage next) {
        stage = next;
    }

    /** Says that the following events travel under TLS. */
    public synchronized void secured() {
        secure = true;
    }

    /** Time since the probe began. */
    public Duration elapsed() {
        return Duration.ofNanos(nanoClock.getAsLong() - start);
    }

    /** Records an event of the present step. */
    public synchronized void record(Function<Stamp, Event> event) {
        record(new Stamp(nextLine, elapsed(), stage, secure), event);
    }

    /** Records what happened in clear beside the walk, as part of a given step. */
    public synchronized void recordBeside(Stage own, Function<Stamp, Event> event) {
        record(new Stamp(nextLine, elapsed(), own, false), event);
    }

    private void record(Stamp stamp, Function<Stamp, Event> event) {
        Event stamped = redacted(event.apply(stamp));
        events.add(stamped);
        nextLine += stamped.lineCount();
        listener.accept(stamped);
    }

    public synchronized Transcript transcript() {
        return new Transcript(events);
    }

    /** Octets as a text that keeps each of them: one char an octet. */
    public static String raw(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private Event redacted(Event event) {
        if (event instanceof Event.ReplyReceived e) {
            Reply reply = e.reply();
            // Also later: a server may answer the login when we have left it behind.
            boolean login = e.stamp().stage().compareTo(Stage.AUTH) >= 0;
            List<String> lines =
                    login ? reply.lines().stream().map(redactor::redactLogin).toList() : redacted(reply.lines());
            String raw = login ? redactor.redactLogin(e.raw()) : redactor.redact(e.raw());
            Reply masked = new Reply(reply.code(), reply.enhanced(), lines, reply.deviations());
            return new Event.ReplyReceived(e.stamp(), masked, raw, e.took());
        }
        if (event instanceof Event.MalformedReceived e) {
            MalformedReply masked = new MalformedReply(
                    e.reply().reason(),
                    e.reply().lines().stream().map(redactor::redactCut).toList());
            return new Event.MalformedReceived(e.stamp(), masked, redactor.redactCut(e.raw()), e.took());
        }
        if (event instanceof Event.UnexpectedBytes e) {
            return new Event.UnexpectedBytes(e.stamp(), redactor.redactCut(e.raw()));
        }
        if (event instanceof Event.TimedOut e) {
            return new Event.TimedOut(e.stamp(), e.waited(), redactor.redactCut(e.partial()));
        }
        if (event instanceof Event.Closed e) {
            return new Event.Closed(e.stamp(), e.reset(), redactor.redactCut(e.partial()), e.took());
        }
        if (event instanceof Event.TlsFailed e) {
            return new Event.TlsFailed(
                    e.stamp(), e.alert(), e.detail(), redactor.redactCut(e.plaintext()), e.disabled(), e.took());
        }
        return event;
    }

    private List<String> redacted(List<String> lines) {
        return lines.stream().map(redactor::redact).toList();
    }
}
