package dev.smtpdiag.kb;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Article.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the strict subset of Markdown in which articles are written; what is outside of it is an error of the build. */
final class ArticleParser {

    private static final String REMARK = "<!-- ";

    private final String language;
    private final String resource;
    private final String text;
    private final List<String> summary = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final StringBuilder item = new StringBuilder();
    private String title = "";
    private @Nullable Heading heading;
    private @Nullable Style style;
    private int lineNumber;

    private ArticleParser(String language, String resource, String text) {
        this.language = language;
        this.resource = resource;
        this.text = text;
    }

    /**
     * @param language tag of the language that the text is in
     * @param resource name for messages about mistakes
     * @throws IllegalStateException when the text is not in the strict form
     */
    static Article parse(String language, String resource, String text) {
        return new ArticleParser(language, resource, text).article();
    }

    private Article article() {
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                throw wrong("the last line has no line end");
            }
            lineNumber++;
            line(text.substring(start, end));
            start = end + 1;
        }
        endSection();
        if (summary.isEmpty()) {
            throw wrong("no summary");
        }
        return new Article(language, title, summary, sections);
    }

    private void line(String line) {
        if (title.isEmpty()) {
            if (lineNumber == 1 && line.startsWith(REMARK)) {
                return; // a translation names the English text that it was made from
            }
            if (!line.startsWith("# ") || line.length() == 2) {
                throw wrong("no title");
            }
            title = line.substring(2);
        } else if (line.isEmpty()) {
            endItem();
        } else if (line.startsWith("## ")) {
            endSection();
            startSection(line.substring(3));
        } else if (line.startsWith("#")) {
            throw wrong("unknown heading");
        } else {
            content(line);
        }
    }

    private void startSection(String word) {
        Heading next = Heading.of(word);
        if (next == null) {
            throw wrong("unknown heading " + word);
        }
        if (heading != null && next.compareTo(heading) <= 0) {
            throw wrong("heading out of order");
        }
        heading = next;
        style = null;
    }

    private void content(String line) {
        int marker = markerLength(line);
        if (marker > 0) {
            endItem();
            use(line.startsWith("- ") ? Style.BULLETS : Style.NUMBERED);
            if (style == Style.NUMBERED && !line.startsWith((items.size() + 1) + ". ")) {
                throw wrong("wrong number");
            }
            item.append(line, marker, line.length());
        } else if (item.length() > 0) {
            boolean indented = line.startsWith(" ");
            boolean listed = style == Style.BULLETS || style == Style.NUMBERED;
            if (indented != listed) {
                throw wrong("wrong indentation");
            }
            item.append(' ').append(line.strip());
        } else {
            use(Style.PARAGRAPHS);
            item.append(line);
        }
    }

    /** The length of {@code "- "} or {@code "1. "} at the start of a line, 0 when there is neither. */
    private static int markerLength(String line) {
        if (line.startsWith("- ")) {
            return 2;
        }
        int digits = 0;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        // No list has a hundred items; a paragraph may start with "535. ".
        return digits > 0 && digits < 3 && line.startsWith(". ", digits) ? digits + 2 : 0;
    }

    private void use(Style found) {
        if ((style != null && style != found) || (heading == null && found != Style.PARAGRAPHS)) {
            throw wrong("mixed lists and paragraphs");
        }
        style = found;
    }

    private void endItem() {
        if (item.length() == 0) {
            return;
        }
        (heading == null ? summary : items).add(item.toString());
        item.setLength(0);
    }

    private void endSection() {
        endItem();
        Heading ended = heading;
        Style endedStyle = style;
        if (ended == null) {
            return;
        }
        if (items.isEmpty() || endedStyle == null) {
            throw wrong("empty section");
        }
        sections.add(new Section(ended, endedStyle, items));
        items.clear();
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException(resource + ":" + lineNumber + ": " + what);
    }
}
