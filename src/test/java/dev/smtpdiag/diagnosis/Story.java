package dev.smtpdiag.diagnosis;

import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.ReplyParser;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Stamp;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import dev.smtpdiag.transcript.Trial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens, event by event, through a real recorder whose clock goes on by 20 ms at each event.
 *
 * @param <S> the story itself
 */
abstract class Story<S extends Story<S>> {

    private static final Duration USUAL = Duration.ofMillis(20);

    private final List<Runnable> events = new ArrayList<>();
    private @Nullable Recorder recorder;
    private long nanos;
    private Duration took = USUAL;

    abstract S self();

    S at(Stage next) {
        return then(() -> recorder().enter(next));
    }

    /** How long the next thing takes. */
    S after(Duration duration) {
        return then(() -> took = duration);
    }

    S sends(String display) {
        return then(() -> recorder().record(stamp -> new Event.CommandSent(stamp, display)));
    }

    S gets(String... lines) {
        return then(() -> {
            Duration waited = pass();
            Reply reply = parse(lines);
            recorder().record(stamp -> new Event.ReplyReceived(stamp, reply, String.join("\r\n", lines), waited));
        });
    }

    S getsGarbage(String raw) {
        return getsGarbage(MalformedReply.Reason.NO_CODE, raw);
    }

    S getsGarbage(MalformedReply.Reason reason, String raw) {
        MalformedReply reply = new MalformedReply(reason, raw.lines().toList());
        return then(() -> recorder().record(stamp -> new Event.MalformedReceived(stamp, reply, raw, pass())));
    }

    S getsUnexpected(String raw) {
        return then(() -> recorder().record(stamp -> new Event.UnexpectedBytes(stamp, raw)));
    }

    S isIgnored(int seconds, String partial) {
        return after(Duration.ofSeconds(seconds))
                .then(() -> recorder().record(stamp -> new Event.TimedOut(stamp, pass(), partial)));
    }

    S isLeft(boolean reset, String partial) {
        return then(() -> recorder().record(stamp -> new Event.Closed(stamp, reset, partial, pass())));
    }

    S decides(Event.Decision decision) {
        return then(() -> recorder().record(stamp -> new Event.Decided(stamp, decision)));
    }

    S breaksTls(@Nullable String alert, String detail, String plaintext) {
        return then(() -> recorder().record(stamp -> new Event.TlsFailed(stamp, alert, detail, plaintext, pass())));
    }

    S trial(String mechanism, Trial trial) {
        return besides(stamp -> new Event.MechanismTried(stamp, mechanism, trial, pass()));
    }

    S breaksTlsForbidden(String alert, String detail, String disabled) {
        return then(() -> recorder().record(stamp -> new Event.TlsFailed(stamp, alert, detail, "", disabled, pass())));
    }

    /** Something that is found beside the step. */
    S besides(Function<Stamp, Event> event) {
        return then(() -> recorder().record(event));
    }

    S passes() {
        return ends(StepResult.passed());
    }

    S fails(Failure failure) {
        return ends(StepResult.failed(failure));
    }

    S skips(StepResult.Reason reason) {
        return ends(StepResult.skipped(reason));
    }

    private S ends(StepResult result) {
        return then(() -> recorder().record(stamp -> new Event.StepEnded(stamp, result, pass())));
    }

    /** Tells the story from its beginning. */
    final Transcript tell(Consumer<Recorder> preparation) {
        nanos = 0;
        Recorder fresh = new Recorder(() -> nanos, event -> {});
        recorder = fresh;
        preparation.accept(fresh);
        events.forEach(Runnable::run);
        return fresh.transcript();
    }

    final Recorder recorder() {
        Recorder present = recorder;
        if (present == null) {
            throw new IllegalStateException("nobody tells the story");
        }
        return present;
    }

    final S then(Runnable event) {
        events.add(event);
        return self();
    }

    /** Lets the clock go on, and says by how much. */
    final Duration pass() {
        Duration passed = took;
        nanos += passed.toNanos();
        took = USUAL;
        return passed;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply parse(String... lines) {
        return (Reply) ReplyParser.parse(Arrays.stream(lines)
                .map(line -> (line + "\r\n").getBytes(StandardCharsets.UTF_8))
                .toList());
    }
}
