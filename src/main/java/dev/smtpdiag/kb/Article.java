package dev.smtpdiag.kb;

import dev.smtpdiag.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words about one topic in one language. Literal text is in back-ticks.
 *
 * @param language tag of the language that the words are in
 * @param title without a full stop for a code; a sentence for a finding
 * @param summary one or two paragraphs
 * @param sections in the order of {@link Heading}
 */
public record Article(String language, String title, List<String> summary, List<Section> sections) {

    /** What a section is about; the words in the files are the same in every language. */
    public enum Heading {
        WHEN("When"),
        ABSENT("Absent"),
        CAUSES("Causes"),
        FIX_SENDER("Fix sender"),
        FIX_OPERATOR("Fix operator"),
        FIX_NOBODY("Fix nobody"),
        NEXT("Next"),
        CONFUSED_WITH("Confused with"),
        DO("Do"),
        ELSE("Else");

        private final String word;

        Heading(String word) {
            this.word = word;
        }

        static @Nullable Heading of(String word) {
            for (Heading heading : values()) {
                if (heading.word.equals(word)) {
                    return heading;
                }
            }
            return null;
        }
    }

    /** The form of the items of a section. */
    public enum Style {
        NUMBERED,
        BULLETS,
        PARAGRAPHS
    }

    /**
     * A part of an article.
     *
     * @param items at least one, each without its bullet or number
     */
    public record Section(Heading heading, Style style, List<String> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    public Article {
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
    }

    /** Whether it is in English because the reader's language has no words about this topic. */
    public boolean isStandIn(Language wanted) {
        return language.equals("en") && wanted != Language.ENGLISH;
    }

    /** The section, or null when the article has none. */
    public @Nullable Section section(Heading heading) {
        for (Section section : sections) {
            if (section.heading() == heading) {
                return section;
            }
        }
        return null;
    }

    /** The explanation in one sentence. */
    public String firstSentence() {
        String text = summary.get(0);
        boolean literal = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            literal ^= c == '`';
            boolean stop = !literal && (c == '.' || c == '?');
            boolean followed = i + 2 < text.length() && text.charAt(i + 1) == ' ';
            if (stop && followed && !Character.isLowerCase(text.charAt(i + 2))) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }

    /**
     * The article with {@code {name}} replaced by arguments. Items that are guarded by {@code {?name}}, or that need an
     * argument which is not there, are left out, and so are sections that become empty.
     *
     * @throws IllegalArgumentException when title or summary need an argument that is not there
     */
    public Article with(Map<String, String> arguments) {
        Placeholders placeholders = new Placeholders(arguments);
        List<String> paragraphs = new ArrayList<>(summary.size());
        for (String paragraph : summary) {
            paragraphs.add(placeholders.require(paragraph));
        }
        List<Section> filled = new ArrayList<>(sections.size());
        for (Section section : sections) {
            List<String> items = placeholders.fill(section.items());
            if (!items.isEmpty()) {
                filled.add(new Section(section.heading(), section.style(), items));
            }
        }
        return new Article(language, placeholders.require(title), paragraphs, filled);
    }
}
