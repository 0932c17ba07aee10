package dev.smtpdiag.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a scenario file that says something.
 *
 * @param scenario the name of the scenario
 * @param number counted from 1
 * @param text without trailing white space, never blank, never a comment
 */
record SourceLine(String scenario, int number, String text) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s)");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The lines of a text that are neither blank nor comments. */
    static List<SourceLine> of(String scenario, String text) {
        List<SourceLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                lines.add(new SourceLine(scenario, number, line.stripTrailing()));
            }
        }
        return lines;
    }

    boolean isIndented() {
        return Character.isWhitespace(text.charAt(0));
    }

    ScenarioSyntaxException error(String sentence) {
        return new ScenarioSyntaxException(scenario, number, sentence);
    }

    /** Reads a duration that is part of this line, {@code 300ms} or {@code 2s}. */
    Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw error("not a duration: '" + value + "' (write 300ms or 2s)");
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
        if (duration.compareTo(LONGEST) > 0) {
            throw error("too long: '" + value + "' (a session ends after " + LONGEST.toSeconds() + "s)");
        }
        return duration;
    }
}
