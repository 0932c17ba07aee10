package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.smtp.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that happened in one probe, in order.
 *
 * @param events stamped, with ascending line numbers
 */
public record Transcript(List<Event> events) {

    public Transcript {
        events = List.copyOf(events);
    }

    /** The steps that were taken or deliberately left out, in the order of the walk. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<Event> pending = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.StepEnded end) {
                Stage stage = end.stamp().stage();
                List<Event> own = pending.stream()
                        .filter(candidate -> candidate.stamp().stage() == stage)
                        .toList();
                pending.removeAll(own);
                steps.add(new Step(stage, end.result(), end.took(), own));
            } else {
                pending.add(event);
            }
        }
        return steps;
    }

    public Optional<Step> step(Stage stage) {
        return steps().stream().filter(step -> step.stage() == stage).findFirst();
    }

    /** The first step that failed, QUIT aside: whatever failed later is its consequence. */
    public Optional<Step> firstFailure() {
        return steps().stream()
                .filter(step -> step.stage() != Stage.QUIT && step.failure().isPresent())
                .findFirst();
    }

    public <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <E extends Event> Optional<E> first(Class<E> type) {
        return all(type).stream().findFirst();
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

    private Optional<Extensions> extensions(boolean secure) {
        return events.stream()
                .filter(event -> event instanceof Event.ReplyReceived received
                        && received.stamp().secure() == secure
                        && (received.stamp().stage() == Stage.EHLO
                                || received.stamp().stage() == Stage.EHLO_TLS)
                        && received.reply().is(250))
                .map(event -> Extensions.of(((Event.ReplyReceived) event).reply()))
                .findFirst();
    }
}
