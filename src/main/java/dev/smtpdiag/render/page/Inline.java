package dev.smtpdiag.render.page;

import java.util.List;

/** A run of text within a line. The text is raw: a writer escapes it. */
public sealed interface Inline {

    String text();

    /** Running text. */
    record Text(String text) implements Inline {}

    /** What is meant literally: a command, a setting, a reply. */
    record Code(String text) implements Inline {}

    /**
     * A way to another page.
     *
     * @param target address, absolute or relative to the page
     */
    record Link(String text, String target) implements Inline {}

    /** One run of text. */
    static List<Inline> text(String text) {
        return List.of(new Text(text));
    }

    /** The text of all runs. */
    static String plain(List<Inline> runs) {
        StringBuilder text = new StringBuilder();
        for (Inline run : runs) {
            text.append(run.text());
        }
        return text.toString();
    }
}
