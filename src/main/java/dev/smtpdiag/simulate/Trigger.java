package dev.smtpdiag.simulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The occasions on which a block is played.
 *
 * @param text how the command begins, up to the end of a word, where {@code *} stands for any characters; or the name of a
 *     moment
 * @param condition what must hold as well
 * @param frequency how often
 */
record Trigger(String text, Condition condition, Frequency frequency) {

    /** The trigger that says most first: a longer text before a shorter one, a condition before none. */
    static final Comparator<Trigger> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (Trigger trigger) -> -trigger.text().length())
            .thenComparing(trigger -> trigger.frequency().kind() == Frequency.Kind.ALWAYS)
            .thenComparing(trigger -> trigger.condition() == Condition.ALWAYS);

    /** Reads the first line of a block, without the name of its phase. */
    static Trigger parse(SourceLine line, String firstLine) {
        String text = Frequency.rest(firstLine);
        Condition found = Condition.ALWAYS;
        for (Condition condition : Condition.values()) {
            if (condition != Condition.ALWAYS && text.endsWith(condition.suffix())) {
                found = condition;
                text = text.substring(0, text.length() - condition.suffix().length());
            }
        }
        if (text.isEmpty() || !text.equals("*") && !Character.isLetter(text.charAt(0))) {
            throw line.error("a block begins with 'connect', 'message', a command such as EHLO, or *; what the server"
                    + " does in it is indented");
        }
        return new Trigger(text.strip().replaceAll("\\s+", " "), found, Frequency.parse(firstLine));
    }

    /** Whether it is about this occasion, however often. */
    boolean matches(Occasion occasion) {
        return condition.holds(occasion.situation())
                && (occasion.moment() ? text.equals(occasion.text()) : begins(occasion.text()));
    }

    /** Whether a command line begins like this, in any case of letters (RFC 5321 2.4). */
    private boolean begins(String command) {
        String pattern =
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return !Occasion.isMoment(text)
                && Pattern.compile(pattern + "( .*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                        .matcher(command.strip().replaceAll("\\s+", " "))
                        .matches();
    }
}
