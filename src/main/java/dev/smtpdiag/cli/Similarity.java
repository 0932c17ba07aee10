package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import java.util.Collection;

/** Whether one word is a mistyped other one. */
final class Similarity {

    private static final int MOST_EDITS = 2;

    private Similarity() {}

    /** At most two letters differ, are missing or are too many, and most of the word is right. */
    static boolean isTypo(String typed, String meant) {
        if (typed.length() > 40) {
            return false;
        }
        int distance = distance(typed, meant);
        return distance <= MOST_EDITS && distance * 2 < meant.length();
    }

    /**
     * The complaint about a word that is none of the known ones.
     *
     * @param problem key of the sentence; with {@code .near} behind it, of the one that also names the nearest word
     */
    static InvalidInputException unknown(String problem, String typed, Collection<String> candidates) {
        for (String candidate : candidates) {
            if (isTypo(typed, candidate)) {
                return new InvalidInputException(problem + ".near", typed, candidate);
            }
        }
        return new InvalidInputException(problem, typed);
    }

    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
