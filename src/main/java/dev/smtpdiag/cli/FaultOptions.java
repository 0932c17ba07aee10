package dev.smtpdiag.cli;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.simulate.Overlay;
import dev.smtpdiag.simulate.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** The faults of a scripted server that are put together with options. */
final class FaultOptions {

    /** A session is over before long. */
    private static final Duration LONGEST = Duration.ofSeconds(110);

    private final Overlay overlay = new Overlay();
    private final Set<Step> answered = EnumSet.noneOf(Step.class);

    private FaultOptions() {}

    static Overlay overlay(ParseResult parsed) {
        FaultOptions faults = new FaultOptions();
        // What is sent is English, like what servers send.
        ReplyChoice replies = new ReplyChoice(KnowledgeBase.in(Language.ENGLISH), parsed.hasMatchedOption("--lax"));
        for (String value : Aliases.values(parsed, "--reply")) {
            Step step = step(before(value, "--reply"));
            faults.answersOnce(step);
            faults.overlay.reply(step, replies.lines(step, value.substring(value.indexOf('=') + 1)));
        }
        for (String value : Aliases.values(parsed, "--silent-at")) {
            Step step = step(value);
            faults.answersOnce(step);
            faults.overlay.silentAt(step);
        }
        Set<Step> delayed = EnumSet.noneOf(Step.class);
        for (String value : Aliases.values(parsed, "--delay")) {
            Step step = step(before(value, "--delay"));
            Duration time = Durations.parse("--delay", value.substring(value.indexOf('=') + 1));
            if (time.compareTo(LONGEST) > 0 || !delayed.add(step)) {
                throw new InvalidInputException("simulate.delay", value, Long.toString(LONGEST.toSeconds()));
            }
            faults.overlay.delay(step, time);
        }
        Set<Step> dropped = EnumSet.noneOf(Step.class);
        Aliases.values(parsed, "--drop-after").forEach(value -> dropped.add(step(value)));
        dropped.forEach(faults.overlay::dropAfter);
        return faults.overlay;
    }

    private void answersOnce(Step step) {
        if (!answered.add(step)) {
            throw new InvalidInputException("simulate.step-twice", step.id());
        }
    }

    private static String before(String value, String option) {
        int equals = value.indexOf('=');
        if (equals < 1) {
            throw new InvalidInputException("simulate.assignment", option, value);
        }
        return value.substring(0, equals);
    }

    private static Step step(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String meant = switch (lower) {
            case "connect", "banner" -> "greeting";
            case "helo" -> "ehlo";
            case "eod", "." -> "message";
            default -> lower;
        };
        List<String> known = new ArrayList<>();
        for (Step step : Step.values()) {
            known.add(step.id());
            if (step.id().equals(meant)) {
                return step;
            }
        }
        throw new InvalidInputException("codes.stage", text, String.join(", ", known));
    }
}
