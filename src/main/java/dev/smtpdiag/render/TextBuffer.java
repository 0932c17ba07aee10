package dev.smtpdiag.render;

import java.util.List;

/** A text that grows line by line, none longer than the width where that can be helped. */
final class TextBuffer {

    private final StringBuilder text = new StringBuilder();
    private final int width;

    TextBuffer(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    TextBuffer line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    TextBuffer blank() {
        text.append('\n');
        return this;
    }

    /** A paragraph, each line behind the same indentation. */
    TextBuffer paragraph(String paragraph, int indent) {
        for (String line : TextWidth.wrap(paragraph, width - indent)) {
            line(" ".repeat(indent) + line);
        }
        return this;
    }

    /**
     * A paragraph behind a heading: the heading stands before the first line, the others are aligned under it.
     *
     * @param heading already styled
     * @param headingWidth columns of the heading with its indentation
     */
    TextBuffer hanging(String heading, int headingWidth, String paragraph) {
        List<String> lines = TextWidth.wrap(paragraph, width - headingWidth);
        line(heading + lines.get(0));
        lines.subList(1, lines.size()).forEach(line -> line(" ".repeat(headingWidth) + line));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
