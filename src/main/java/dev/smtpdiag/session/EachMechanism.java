package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Stamp;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import dev.smtpdiag.transcript.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tries one mechanism after the other, each on a connection of its own: after a login there is no second one (RFC 4954
 * 4), and a server may leave after a failed one. What was said at AUTH becomes part of the transcript of the walk.
 */
final class EachMechanism {

    private final Dialogue dialogue;
    private Failure last = Failure.NO_COMMON_MECHANISM;

    EachMechanism(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** The first that works, if one does. */
    Optional<String> tryAll(List<String> mechanisms) {
        Optional<String> working = Optional.empty();
        int attempts = 0;
        for (String mechanism : mechanisms) {
            boolean allowed = attempts < dialogue.plan().auth().maxAttempts()
                    && !dialogue.end().hasPassed();
            Trial trial = allowed ? attempt(mechanism) : record(mechanism, new Trial.Spared(), Duration.ZERO);
            if (trial instanceof Trial.Works && working.isEmpty()) {
                working = Optional.of(mechanism);
            } else if (trial instanceof Trial.Fails fails) {
                last = fails.failure();
            }
            attempts += trial instanceof Trial.Missing ? 0 : 1;
        }
        return working;
    }

    /** How the step ends when none works. */
    StepResult lastFailure() {
        return StepResult.failed(last);
    }

    private Trial attempt(String mechanism) {
        Plan plan =
                dialogue.plan().forOneLogin(mechanism, address(), dialogue.end().remaining());
        Transcript told = Session.run(plan, dialogue.environment(), event -> {});
        told.step(Stage.AUTH).ifPresent(this::retell);
        Duration took = told.step(Stage.AUTH).map(Step::took).orElse(Duration.ZERO);
        return record(mechanism, judge(told), took);
    }

    private static Trial judge(Transcript told) {
        List<Event.MechanismTried> missing = told.all(Event.MechanismTried.class);
        if (!missing.isEmpty()) {
            return missing.get(0).trial();
        }
        Optional<Step> step = told.step(Stage.AUTH);
        if (step.filter(Step::isPassed).isPresent()) {
            return new Trial.Works(step.flatMap(Step::reply).orElseThrow());
        }
        Failure failure = told.firstFailure().flatMap(Step::failure).orElse(Failure.UNEXPECTED_REPLY);
        return new Trial.Fails(failure, step.flatMap(Step::reply).orElse(null));
    }

    /** Its replies were masked when they were recorded the first time. */
    private void retell(Step step) {
        for (Event event : step.events()) {
            if (event instanceof Event.CommandSent e) {
                record(stamp -> new Event.CommandSent(stamp, e.display()));
            } else if (event instanceof Event.ReplyReceived e) {
                record(stamp -> new Event.ReplyReceived(stamp, e.reply(), e.raw(), e.took()));
            } else if (event instanceof Event.TimedOut e) {
                record(stamp -> new Event.TimedOut(stamp, e.waited(), e.partial()));
            } else if (event instanceof Event.Closed e) {
                record(stamp -> new Event.Closed(stamp, e.reset(), e.partial(), e.took()));
            } else if (event instanceof Event.MalformedReceived e) {
                record(stamp -> new Event.MalformedReceived(stamp, e.reply(), e.raw(), e.took()));
            }
        }
    }

    private void record(Function<Stamp, Event> event) {
        dialogue.recorder().record(event);
    }

    private Trial record(String mechanism, Trial trial, Duration took) {
        Recorder recorder = dialogue.recorder();
        recorder.record(stamp -> new Event.MechanismTried(stamp, mechanism, trial, took));
        return trial;
    }

    private String address() {
        return dialogue.recorder()
                .transcript()
                .first(Event.Connected.class)
                .orElseThrow()
                .endpoint()
                .address();
    }
}
