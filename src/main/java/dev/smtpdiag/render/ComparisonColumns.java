package dev.smtpdiag.render;

import dev.smtpdiag.render.ArticleParagraph.Line;
import java.util.List;

/** Puts blocks side by side, part for part, so that the same parts start on the same line. */
final class ComparisonColumns {

    /** Columns between two blocks. */
    static final int GAP = 3;

    private final Theme theme;
    private final int column;

    ComparisonColumns(Theme theme, int column) {
        this.theme = theme;
        this.column = column;
    }

    /**
     * @param parts of each code, the same number for all
     */
    void write(List<List<ArticleBlock>> parts, ArticleBlock target) {
        for (int part = 0; part < parts.get(0).size(); part++) {
            if (part > 0) {
                row(parts, part, -1, target);
            } else {
                target.blank();
            }
            int height = 0;
            for (List<ArticleBlock> side : parts) {
                height = Math.max(height, side.get(part).lines().size());
            }
            for (int row = 0; row < height; row++) {
                row(parts, part, row, target);
            }
        }
    }

    private void row(List<List<ArticleBlock>> parts, int part, int row, ArticleBlock target) {
        StringBuilder painted = new StringBuilder();
        String separator = " " + theme.faint(theme.unicode() ? "│" : "|") + " ";
        int width = 0;
        for (int i = 0; i < parts.size(); i++) {
            List<Line> lines = parts.get(i).get(part).lines();
            Line line = row >= 0 && row < lines.size() ? lines.get(row) : new Line("", 0);
            boolean last = i == parts.size() - 1;
            painted.append(line.painted());
            painted.append(last ? "" : " ".repeat(Math.max(0, column - line.width())) + separator);
            width += last ? line.width() : column + GAP;
        }
        target.lines().add(new Line(painted.toString(), width));
    }
}
