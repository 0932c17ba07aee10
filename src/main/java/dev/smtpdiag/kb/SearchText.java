package dev.smtpdiag.kb;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as a search compares it: without case, accents and tone marks, which people leave out when they type. */
public final class SearchText {

    private SearchText() {}

    /** {@code Hộp thư đầy} becomes {@code hop thu day}, {@code Kimliği} becomes {@code kimligi}. */
    public static String folded(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c == 'đ' ? 'd' : c == 'ı' ? 'i' : c);
            }
        }
        return folded.toString();
    }

    /** The words of a search, folded. */
    static List<String> words(String search) {
        List<String> words = new ArrayList<>();
        for (String word : folded(search).split("[^\\p{L}\\p{N}.]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Whether a text holds a word, or one that starts like it. Both are folded. */
    static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** What an article says about its topic, folded. */
    static String of(Article article) {
        StringBuilder text = new StringBuilder(article.title());
        article.summary().forEach(paragraph -> text.append('\n').append(paragraph));
        for (Article.Section section : article.sections()) {
            // What it says about other codes would find them all.
            if (section.heading() != Article.Heading.CONFUSED_WITH) {
                section.items().forEach(item -> text.append('\n').append(item));
            }
        }
        return folded(text.toString());
    }
}
