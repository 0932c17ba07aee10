package dev.smtpdiag.render;

import dev.smtpdiag.render.ArticleParagraph.Line;
import java.util.ArrayList;
import java.util.List;

/** Lines of an article in the making: headings, paragraphs and items with a hanging label. */
final class ArticleBlock {

    private final Theme theme;
    private final int width;
    private final List<Line> lines = new ArrayList<>();

    ArticleBlock(Theme theme, int width) {
        this.theme = theme;
        this.width = width;
    }

    List<Line> lines() {
        return lines;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void blank() {
        lines.add(new Line("", 0));
    }

    /** The heading of a section, after an empty line where something stands above. */
    void section(String text) {
        if (!lines.isEmpty()) {
            blank();
        }
        heading(0, text);
    }

    /** A title at the left and facts at the right, or below where there is no room. */
    void headline(String title, String facts) {
        int gap = width - TextWidth.of(title) - TextWidth.of(facts);
        if (facts.isEmpty()) {
            heading(0, title);
        } else if (gap >= 2) {
            lines.add(new Line(theme.strong(title) + " ".repeat(gap) + theme.faint(facts), width));
        } else {
            heading(0, title);
            for (Line line : ArticleParagraph.lines(facts, width, Theme.PLAIN)) {
                lines.add(new Line(theme.faint(line.painted()), line.width()));
            }
        }
    }

    void heading(int indent, String text) {
        for (Line line : ArticleParagraph.lines(text, width - indent, Theme.PLAIN)) {
            lines.add(new Line(" ".repeat(indent) + theme.strong(line.painted()), indent + line.width()));
        }
    }

    void paragraph(int indent, String prose) {
        item(indent, "", 0, prose);
    }

    /**
     * @param labelWidth columns that labels take, space behind them included
     */
    void item(int indent, String label, int labelWidth, String prose) {
        int left = indent + labelWidth;
        String first = " ".repeat(indent) + TextWidth.pad(label, labelWidth);
        String margin = " ".repeat(left);
        for (Line line : ArticleParagraph.lines(prose, Math.max(20, width - left), theme)) {
            lines.add(new Line((first.isEmpty() ? margin : first) + line.painted(), left + line.width()));
            first = "";
        }
    }

    /** Text that is not ours, as it is: not wrapped at spaces that matter, cut where it is too long. */
    void verbatim(int indent, String label, int labelWidth, String text) {
        int left = indent + labelWidth;
        String shown = TextWidth.cut(Neutral.text(text), Math.max(20, width - left), theme.ellipsis());
        lines.add(new Line(" ".repeat(indent) + TextWidth.pad(label, labelWidth) + shown, left + TextWidth.of(shown)));
    }

    void addAll(ArticleBlock other) {
        lines.addAll(other.lines);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.painted().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
