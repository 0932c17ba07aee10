package dev.smtpdiag.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Words of the user interface in one language; where it has none, those of the next language that stands in. Longer texts
 * are in the knowledge base.
 */
public final class Messages {

    private final String name;
    private final Language language;
    private final @Nullable Properties[] texts;

    private Messages(String name, Language language) {
        this.name = name;
        this.language = language;
        this.texts = new Properties[language.tags().size()];
    }

    /** How a language is called in itself, and how it writes numbers and units. */
    public static Messages ofLanguage(Language language) {
        return new Messages("language", language);
    }

    /** The words of reports. */
    public static Messages ofReports(Language language) {
        return new Messages("report", language);
    }

    /** The words around articles and comparisons; a file of their own, because reading takes time. */
    public static Messages ofArticles(Language language) {
        return new Messages("article", language);
    }

    /** The words around extensions and login mechanisms. */
    public static Messages ofServices(Language language) {
        return new Messages("service", language);
    }

    /** The words of the reference: tables of codes, pages, the web site. */
    public static Messages ofReference(Language language) {
        return new Messages("reference", language);
    }

    /** The words around providers and how they want to be logged in to. */
    public static Messages ofProviders(Language language) {
        return new Messages("providers", language);
    }

    /** What is said about input that cannot be used, and about failures of ours. */
    public static Messages ofErrors(Language language) {
        return new Messages("error", language);
    }

    /** The texts of {@code --help}. */
    public static Messages ofHelp(Language language) {
        return new Messages("help", language);
    }

    /** What the scenarios of the scripted server are about; those that come with smtpdiag only. */
    public static Messages ofScenarios(Language language) {
        return new Messages("scenario", language);
    }

    /** The words around scans of what a server accepts in TLS. */
    public static Messages ofTls(Language language) {
        return new Messages("tls", language);
    }

    public Language language() {
        return language;
    }

    /**
     * One text.
     *
     * @param key of a text that exists
     * @param arguments in place of {0}, {1} …
     */
    public String get(String key, Object... arguments) {
        String text = find(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + name);
        }
        return arguments.length == 0 ? text : filled(text, arguments);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return find(key) != null;
    }

    private @Nullable String find(String key) {
        for (int i = 0; i < texts.length; i++) {
            String text = texts(i).getProperty(key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private Properties texts(int index) {
        Properties loaded = texts[index];
        if (loaded == null) {
            String tag = language.tags().get(index);
            loaded = load("messages/" + name + (tag.equals("en") ? "" : "_" + tag) + ".properties");
            texts[index] = loaded;
        }
        return loaded;
    }

    /** Empty when there is no such file: the next language has the texts. */
    private static Properties load(String resource) {
        Properties properties = new Properties();
        byte[] content = Resources.read(resource);
        if (content != null) {
            try {
                properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    /** In one pass, so that nothing is put into an argument. */
    private static String filled(String text, Object[] arguments) {
        StringBuilder filled = new StringBuilder(text.length() + 40);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int index = open + 2 < text.length() && text.charAt(open + 2) == '}' ? text.charAt(open + 1) - '0' : -1;
            if (index >= 0 && index < arguments.length) {
                filled.append(text, from, open).append(arguments[index]);
                from = open + 3;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }
}
