package dev.smtpdiag.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds English in a translation: words that make sentences there and are none in the languages we have. */
public final class EnglishLeftovers {

    private static final Set<String> WORDS = Set.of(
            "the", "and", "of", "with", "that", "which", "when", "this", "from", "was", "were", "been", "have", "does",
            "not", "but", "its", "their", "your", "you", "they", "will", "would", "should", "because", "into", "than",
            "then", "there", "what", "who", "whose", "where", "while", "only", "each", "every", "after", "before",
            "other", "such", "for", "is", "it");

    /** Literals, quotations of servers, and remarks in brackets stay in their language. */
    private static final Pattern QUOTED =
            Pattern.compile("`[^`]*`|“[^”]*”|«[^»]*»|\"[^\"]*\"|'[^' ]+ [^']*'|\\{[^}]*}|\\([^)]*\\)|--[a-z-]+");

    private EnglishLeftovers() {}

    /** The English words of a text, when there are enough of them to make a sentence. */
    public static List<String> of(String text) {
        List<String> found = new ArrayList<>();
        for (String word : QUOTED.matcher(text).replaceAll(" ").split("[^\\p{L}']+")) {
            if (WORDS.contains(word)) {
                found.add(word);
            }
        }
        return found.size() < 2 ? List.of() : found;
    }
}
