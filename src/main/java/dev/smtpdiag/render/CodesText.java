package dev.smtpdiag.render;

import dev.smtpdiag.kb.CodeFilter.Entry;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import java.util.List;

/** A list of codes as a table: a line each, under the class that they belong to. */
public final class CodesText {

    private static final int INDENT = 2;
    private static final int GAP = 2;
    private static final int NARROWEST_STEPS = 8;

    private final CodeRows rows;
    private final Theme theme;
    private final int width;

    /**
     * @param width of the terminal; 0 where lines may be as long as they are, for other programs to read
     */
    public CodesText(KnowledgeBase knowledge, Messages articles, Theme theme, int width) {
        this.rows = new CodeRows(knowledge, articles);
        this.theme = theme;
        this.width = width;
    }

    /** The table. */
    public String of(List<Entry> entries) {
        int codeWidth = 0;
        int titleWidth = 0;
        for (Entry entry : entries) {
            codeWidth = Math.max(codeWidth, entry.topic().name().length());
            titleWidth = Math.max(titleWidth, TextWidth.of(title(entry)));
        }
        int room = width - INDENT - codeWidth - GAP;
        boolean twoColumns = width == 0 || room - titleWidth - GAP >= NARROWEST_STEPS;
        StringBuilder text = new StringBuilder();
        String group = "";
        for (Entry entry : entries) {
            String next = rows.group(entry);
            if (!next.equals(group)) {
                text.append(group.isEmpty() ? "" : "\n")
                        .append(theme.strong(next))
                        .append('\n');
                group = next;
            }
            String line = title(entry);
            if (twoColumns) {
                line = TextWidth.pad(line, titleWidth + GAP) + rows.steps(entry);
            }
            String shown = width == 0 ? line : TextWidth.cut(line, room, theme.ellipsis());
            text.append(" ".repeat(INDENT))
                    .append(theme.strong(TextWidth.pad(entry.topic().name(), codeWidth + GAP)))
                    .append(shown.stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }

    private String title(Entry entry) {
        return rows.title(entry).replace("`", "");
    }
}
