package dev.smtpdiag.render;

import dev.smtpdiag.kb.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Words of the user interface in one language. Longer texts are in the knowledge base. */
public final class Messages {

    private final Properties texts = new Properties();

    private Messages(String name) {
        byte[] content = Resources.read("dev/smtpdiag/render/" + name);
        if (content == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        try {
            texts.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of reports, in English. */
    public static Messages ofReports() {
        return new Messages("report.properties");
    }

    /** The words around articles and comparisons, in English; a file of their own, because reading takes time. */
    public static Messages ofArticles() {
        return new Messages("article.properties");
    }

    /** The words around extensions and login mechanisms, in English. */
    public static Messages ofServices() {
        return new Messages("service.properties");
    }

    /**
     * One text.
     *
     * @param key of a text that exists
     * @param arguments in place of {0}, {1} …
     */
    public String get(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }
}
