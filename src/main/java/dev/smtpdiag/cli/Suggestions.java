package dev.smtpdiag.cli;

import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The extensions and login mechanisms whose names come nearest to a word. */
final class Suggestions {

    private static final int MOST = 3;
    private static final int SHORTEST_PART = 3;

    private Suggestions() {}

    /** The nearest names for the first word of an input; none when nothing is near. */
    static List<String> of(String input, KnowledgeBase knowledge) {
        String word = firstWord(input);
        List<String> typos = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String name : names(knowledge)) {
            if (Similarity.isTypo(word, name)) {
                typos.add(name);
            } else if (word.length() >= SHORTEST_PART && name.contains(word) || isLongPart(name, word)) {
                parts.add(name);
            }
        }
        List<String> all = typos.isEmpty() ? parts : typos;
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static boolean isLongPart(String name, String word) {
        return name.length() > SHORTEST_PART && word.startsWith(name);
    }

    private static List<String> names(KnowledgeBase knowledge) {
        List<String> names = new ArrayList<>();
        for (ExtensionFacts facts : knowledge.extensions()) {
            names.add(facts.keyword());
        }
        for (MechanismFacts facts : knowledge.mechanisms()) {
            names.add(facts.name());
        }
        return names;
    }

    /** In upper case; empty for a sentence, which is no name. */
    private static String firstWord(String input) {
        String text = input.strip();
        int end = 0;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        boolean single = text.indexOf(' ') < 0;
        String word = text.substring(0, end);
        String upper = word.toUpperCase(Locale.ROOT);
        return single || word.equals(upper) ? upper : "";
    }

    private static boolean isPart(char c) {
        return c == '-' || c == '_' || Character.isLetterOrDigit(c);
    }
}
