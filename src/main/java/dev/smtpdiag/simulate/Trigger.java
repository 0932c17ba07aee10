package dev.smtpdiag.simulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The commands that a block answers.
 *
 * @param text how the command begins, up to the end of a word; {@code *} stands for any characters
 * @param condition what must hold as well
 */
record Trigger(String text, Condition condition) {

    /** The trigger that says most first: a longer text before a shorter one, a condition before none. */
    static final Comparator<Trigger> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (Trigger trigger) -> -trigger.text().length())
            .thenComparing(trigger -> trigger.condition() == Condition.ALWAYS);

    static Trigger parse(SourceLine line) {
        String text = line.text();
        Condition found = Condition.ALWAYS;
        for (Condition condition : Condition.values()) {
            if (condition != Condition.ALWAYS && text.endsWith(condition.suffix())) {
                found = condition;
                text = text.substring(0, text.length() - condition.suffix().length());
            }
        }
        if (!text.equals("*") && !Character.isLetter(text.charAt(0))) {
            throw line.error("a block begins with 'connect', a command such as EHLO, or *; what the server does"
                    + " in it is indented");
        }
        return new Trigger(text.strip().replaceAll("\\s+", " "), found);
    }

    /** Whether a command line begins like this, in any case of letters (RFC 5321 2.4). */
    boolean matches(String command, boolean encrypted, boolean loggedIn) {
        String pattern =
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return condition.holds(encrypted, loggedIn)
                && Pattern.compile(pattern + "( .*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                        .matcher(command.strip().replaceAll("\\s+", " "))
                        .matches();
    }
}
