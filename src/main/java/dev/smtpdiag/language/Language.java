package dev.smtpdiag.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A reader's language, with what stands in where it has no text: {@code fr-CA}, {@code fr}, {@code en} (the look-up of RFC
 * 4647 3.4). A language is there when its file {@code messages/language_TAG.properties} is.
 */
public final class Language {

    /** The language that has every text. */
    public static final Language ENGLISH = new Language(List.of("en"));

    private static final String PREFIX = "language_";
    private static final String SUFFIX = ".properties";
    private static final int LONGEST = 35; // RFC 5646 4.4.1

    private final List<String> tags;

    private Language(List<String> tags) {
        this.tags = tags;
    }

    /**
     * The language for a tag or the name of a POSIX locale: {@code fr-CA}, {@code fr_CA.UTF-8}. English when there is no text
     * in that language.
     */
    public static Language of(String name) {
        List<String> tags = new ArrayList<>(3);
        for (String tag = tag(name); !tag.isEmpty() && !tag.equals("en"); tag = shorter(tag)) {
            if (Resources.exists("messages/" + PREFIX + tag + SUFFIX)) {
                tags.add(tag);
            }
        }
        if (tags.isEmpty()) {
            return ENGLISH;
        }
        tags.add("en");
        return new Language(List.copyOf(tags));
    }

    /** Whether there are texts in the language of such a tag or locale. */
    public static boolean isKnown(String name) {
        String tag = tag(name);
        return tag.equals("en") || tag.startsWith("en-") || of(name) != ENGLISH;
    }

    /** The tags of all languages that have texts, English first. */
    public static List<String> available() {
        List<String> found = new ArrayList<>();
        found.add("en");
        for (String file : Resources.list("messages")) {
            if (file.startsWith(PREFIX) && file.endsWith(SUFFIX)) {
                found.add(file.substring(PREFIX.length(), file.length() - SUFFIX.length()));
            }
        }
        found.subList(1, found.size()).sort(null);
        return found;
    }

    /** The tag of the language itself, such as {@code fr}. */
    public String tag() {
        return tags.get(0);
    }

    /** The tags in the order in which texts are looked for; the last is {@code en}. */
    public List<String> tags() {
        return tags;
    }

    /** For what depends on the language alone, such as upper and lower case. */
    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** {@code fr_CA.UTF-8@euro} becomes {@code fr-CA}; what is no tag becomes nothing. */
    private static String tag(String name) {
        int end = 0;
        while (end < name.length() && end < LONGEST && isPartOfTag(name.charAt(end))) {
            end++;
        }
        if (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '@') {
            return "";
        }
        String tag = name.substring(0, end).replace('_', '-');
        int language = tag.indexOf('-');
        return language < 0
                ? tag.toLowerCase(Locale.ROOT)
                : tag.substring(0, language).toLowerCase(Locale.ROOT) + tag.substring(language);
    }

    private static boolean isPartOfTag(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private static String shorter(String tag) {
        int cut = tag.lastIndexOf('-');
        return cut < 0 ? "" : tag.substring(0, cut);
    }
}
