package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.smtp.Reply;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that happened in one probe, in order. Immutable; no record, because its views are made once. */
public final class Transcript {

    private final List<Event> events;
    private final List<Step> steps;

    /**
     * Keeps events.
     *
     * @param events stamped, with ascending line numbers
     */
    public Transcript(List<Event> events) {
        this.events = List.copyOf(events);
        this.steps = stepsOf(this.events);
    }

    public List<Event> events() {
        return events;
    }

    /** The steps that were taken or deliberately left out, in the order of the walk. */
    public List<Step> steps() {
        return steps;
    }

    public Optional<Step> step(Stage stage) {
        for (Step step : steps) {
            if (step.stage() == stage) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The first step that failed, QUIT aside: whatever failed later is its consequence. */
    public Optional<Step> firstFailure() {
        for (Step step : steps) {
            if (step.stage() != Stage.QUIT && step.failure().isPresent()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    public <E extends Event> List<E> all(Class<E> type) {
        List<E> found = new ArrayList<>();
        for (Event event : events) {
            if (type.isInstance(event)) {
                found.add(type.cast(event));
            }
        }
        return found;
    }

    public <E extends Event> Optional<E> first(Class<E> type) {
        List<E> found = all(type);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** The last reply at a step. */
    public Optional<Reply> reply(Stage stage) {
        return step(stage).flatMap(Step::reply);
    }

    /** What EHLO announced before TLS; nothing when it was refused, or TLS came first. */
    public Optional<Extensions> extensionsInClear() {
        return extensions(false);
    }

    /** What EHLO announced under TLS. */
    public Optional<Extensions> extensionsUnderTls() {
        return extensions(true);
    }

    /** What the latest EHLO announced. */
    public Extensions extensions() {
        return extensionsUnderTls().or(this::extensionsInClear).orElse(Extensions.NONE);
    }

    @Override
    public String toString() {
        return "Transcript" + events;
    }

    private Optional<Extensions> extensions(boolean secure) {
        boolean helo = false;
        for (Event event : events) {
            Stage stage = event.stamp().stage();
            if (event instanceof Event.CommandSent sent) {
                helo = sent.display().startsWith("HELO ");
            }
            boolean here = event.stamp().secure() == secure && (stage == Stage.EHLO || stage == Stage.EHLO_TLS);
            if (here
                    && !helo
                    && event instanceof Event.ReplyReceived received
                    && received.reply().is(250)) {
                return Optional.of(Extensions.of(received.reply()));
            }
        }
        return Optional.empty();
    }

    private static List<Step> stepsOf(List<Event> events) {
        List<Step> steps = new ArrayList<>();
        Map<Stage, List<Event>> pending = new EnumMap<>(Stage.class);
        for (Event event : events) {
            Stage stage = event.stamp().stage();
            if (event instanceof Event.StepEnded end) {
                List<Event> own = pending.remove(stage);
                steps.add(new Step(stage, end.result(), end.took(), own == null ? List.of() : own));
            } else {
                pending.computeIfAbsent(stage, key -> new ArrayList<>()).add(event);
            }
        }
        return List.copyOf(steps);
    }
}
