package dev.smtpdiag.cli;

import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.List;

/** Puts together what the shell took apart. */
final class ExplainInput {

    private ExplainInput() {}

    /** The inputs; a reply that was typed without quotes becomes one again: {@code 550 5.1.1 User unknown}. */
    static List<String> joined(List<String> inputs) {
        if (inputs.size() == 2 && isKeyword(inputs.get(0)) && isParameter(inputs.get(1))) {
            return List.of(String.join(" ", inputs));
        }
        int words = 0;
        for (int i = 1; i < inputs.size(); i++) {
            words += hasDigit(inputs.get(i)) || inputs.get(i).equals("-") ? 0 : 1;
        }
        boolean reply = startsReply(inputs.get(0)) && words >= 2;
        return reply ? List.of(String.join(" ", inputs)) : inputs;
    }

    private static boolean startsReply(String word) {
        if (EnhancedStatusCode.parse(word) != null) {
            return true;
        }
        boolean separated = word.length() == 3 || word.startsWith("-", 3);
        return separated
                && Character.isDigit(word.charAt(0))
                && Character.isDigit(word.charAt(1))
                && Character.isDigit(word.charAt(2));
    }

    /** Whether it looks like the name of an extension: {@code SIZE}. */
    private static boolean isKeyword(String word) {
        return !word.isEmpty() && Character.isLetter(word.charAt(0)) && word.indexOf(' ') < 0;
    }

    /** Whether it is a number too long for a code or a port, or a limit: {@code 35882577}, {@code RCPTMAX=100}. */
    private static boolean isParameter(String word) {
        if (word.indexOf('=') > 0 && !word.startsWith("AUTH=")) {
            return true;
        }
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return word.length() > 4;
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
