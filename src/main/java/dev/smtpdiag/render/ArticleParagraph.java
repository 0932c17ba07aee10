package dev.smtpdiag.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Prose of the knowledge base in lines of a terminal.
 *
 * <p>Literal text, in back-ticks there, is bold; it gets straight quotes where one could not see without colour where it
 * starts and ends.
 */
public final class ArticleParagraph {

    // Private use: marks literal text while lines are made, so that widths are counted without escape sequences.
    private static final char OPEN = '\ue000';
    private static final char CLOSE = '\ue001';

    /**
     * A line of output.
     *
     * @param painted with escape sequences, if any
     * @param width in columns
     */
    public record Line(String painted, int width) {}

    private ArticleParagraph() {}

    /** Wraps prose at a width. */
    public static List<Line> lines(String prose, int width, Theme theme) {
        List<Line> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        boolean literal = false;
        String marked = marked(theme.unicode() ? prose : prose.replace("…", theme.ellipsis()));
        for (int start = 0; start < marked.length(); ) {
            int space = marked.indexOf(' ', start);
            int end = space < 0 ? marked.length() : space;
            String word = marked.substring(start, end);
            int wordWidth = visibleWidth(word);
            if (used > 0 && used + 1 + wordWidth > width) {
                literal = finish(line, used, literal, theme, lines);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += wordWidth;
            start = end + 1;
        }
        finish(line, used, literal, theme, lines);
        return lines;
    }

    /** Prose in one line. */
    public static String oneLine(String prose, Theme theme) {
        List<Line> lines = lines(prose, Integer.MAX_VALUE, theme);
        return lines.get(0).painted();
    }

    /** Adds the line and tells whether literal text goes on behind it. */
    private static boolean finish(StringBuilder line, int width, boolean literal, Theme theme, List<Line> lines) {
        StringBuilder painted = new StringBuilder(line.length() + 16);
        boolean inside = literal;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == OPEN || c == CLOSE) {
                append(painted, line.substring(start, i), inside, theme);
                inside = c == OPEN;
                start = i + 1;
            }
        }
        append(painted, line.substring(start), inside, theme);
        lines.add(new Line(painted.toString(), width));
        line.setLength(0);
        return inside;
    }

    private static void append(StringBuilder painted, String text, boolean literal, Theme theme) {
        painted.append(literal ? theme.strong(text) : text);
    }

    /** The width without marks, in one pass for what is ASCII. */
    private static int visibleWidth(String word) {
        int width = 0;
        boolean plain = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean mark = c == OPEN || c == CLOSE;
            width += mark ? 0 : 1;
            plain &= c < 0x80 || mark;
        }
        return plain ? width : TextWidth.of(word) - (word.length() - width);
    }

    /** The prose with marks in place of back-ticks. */
    private static String marked(String prose) {
        int open = prose.indexOf('`');
        if (open < 0) {
            return prose;
        }
        StringBuilder marked = new StringBuilder(prose.length() + 16);
        int copied = 0;
        while (open >= 0) {
            int close = prose.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            String literal = prose.substring(open + 1, close);
            String quote = needsQuotes(literal) ? "\"" : "";
            marked.append(prose, copied, open).append(OPEN).append(quote).append(literal);
            marked.append(quote).append(CLOSE);
            copied = close + 1;
            open = prose.indexOf('`', copied);
        }
        return marked.append(prose, copied, prose.length()).toString();
    }

    private static boolean needsQuotes(String literal) {
        if (literal.indexOf('"') >= 0) {
            return false;
        }
        char last = literal.isEmpty() ? ' ' : literal.charAt(literal.length() - 1);
        return literal.length() < 3 || literal.indexOf(' ') >= 0 || ".,:;?!".indexOf(last) >= 0;
    }
}
