package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A view on the events of one step.
 *
 * @param stage which
 * @param result how it ended
 * @param took from its beginning to its end
 * @param events all that happened in it, without its end
 */
public record Step(Stage stage, StepResult result, Duration took, List<Event> events) {

    public Step {
        events = List.copyOf(events);
    }

    public boolean isPassed() {
        return result.isPassed();
    }

    /** How it failed, if it did. */
    public Optional<Failure> failure() {
        return result instanceof StepResult.Failed failed ? Optional.of(failed.failure()) : Optional.empty();
    }

    /** The last reply of the step, which decided it. */
    public Optional<Reply> reply() {
        return replyEvent().map(Event.ReplyReceived::reply);
    }

    public Optional<Event.ReplyReceived> replyEvent() {
        return last(Event.ReplyReceived.class);
    }

    public <E extends Event> Optional<E> last(Class<E> type) {
        List<E> found = all(type);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
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
}
