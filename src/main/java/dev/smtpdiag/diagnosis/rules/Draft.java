package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.diagnosis.Rule;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A finding in the making. Certain, and as severe as its rule says, unless told otherwise. */
final class Draft {

    private static final int LONGEST = 160;
    private static final int LONGEST_COMMAND = 500;

    private final Rule rule;
    private final Stage stage;
    private final SortedSet<Integer> evidence = new TreeSet<>();
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private Severity severity;
    private Confidence confidence = Confidence.CERTAIN;

    Draft(Rule rule, Stage stage) {
        this.rule = rule;
        this.stage = stage;
        this.severity = rule.severity();
    }

    Draft severity(Severity other) {
        severity = other;
        return this;
    }

    Draft confidence(Confidence other) {
        confidence = other;
        return this;
    }

    Draft evidence(Event event) {
        evidence.add(event.stamp().line());
        return this;
    }

    /** A line of the transcript. */
    Draft evidenceAt(int line) {
        evidence.add(line);
        return this;
    }

    Draft evidence(Optional<? extends Event> event) {
        event.ifPresent(this::evidence);
        return this;
    }

    Draft evidence(List<? extends Event> events) {
        events.forEach(this::evidence);
        return this;
    }

    /** A value for the words, made harmless and short, because it may come from a server. */
    Draft argument(String name, String value) {
        arguments.put(name, Excerpt.of(value, LONGEST));
        return this;
    }

    /** A command to copy, which may be longer than other values. */
    Draft command(String name, String value) {
        arguments.put(name, Excerpt.of(value, LONGEST_COMMAND));
        return this;
    }

    Draft argument(String name, long value) {
        return argument(name, Long.toString(value));
    }

    Draft argument(String name, Optional<String> value) {
        value.ifPresent(present -> argument(name, present));
        return this;
    }

    /** Seconds with a decimal where it matters: {@code 2.1}, {@code 40}. */
    Draft seconds(Duration duration) {
        long tenths = (duration.toMillis() + 50) / 100;
        boolean round = tenths >= 100 || tenths % 10 == 0;
        return argument(
                "seconds",
                round
                        ? Long.toString((tenths + 5) / 10)
                        : String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10));
    }

    /** The step that it is about; its name in a sentence is a matter of language. */
    Draft step() {
        return argument("step", stage.id());
    }

    /** The host and port that the connection went to. */
    Draft server(Case subject) {
        Target destination = subject.destination();
        String host = destination.host();
        boolean needsBrackets = host.indexOf(':') >= 0;
        return argument("host", needsBrackets ? "[" + host + "]" : host).argument("port", destination.port());
    }

    /** Turns words on that hold only under a condition. */
    Draft flag(String name, boolean condition) {
        return condition ? argument(name, "yes") : this;
    }

    Finding finding() {
        return new Finding(rule.id(), severity, confidence, stage, List.copyOf(evidence), arguments);
    }
}
