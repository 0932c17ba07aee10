package dev.smtpdiag.render;

import dev.smtpdiag.kb.CodeFilter.Entry;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.language.Messages;
import java.util.List;

/** A list of codes as a table: a line each, under the class that they belong to. */
public final class CodesText {

    private static final int INDENT = 2;
    private static final int GAP = 2;
    private static final int NARROWEST_STEPS = 8;

    private final Messages articles;
    private final ArticleWords words;
    private final Theme theme;
    private final int width;

    /**
     * @param width of the terminal; 0 where lines may be as long as they are, for other programs to read
     */
    public CodesText(KnowledgeBase knowledge, Messages articles, Theme theme, int width) {
        this.articles = articles;
        this.words = new ArticleWords(knowledge, articles);
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
            String next = group(entry);
            if (!next.equals(group)) {
                text.append(group.isEmpty() ? "" : "\n")
                        .append(theme.strong(next))
                        .append('\n');
                group = next;
            }
            String line = title(entry);
            if (twoColumns) {
                line = TextWidth.pad(line, titleWidth + GAP) + steps(entry);
            }
            String shown = width == 0 ? line : TextWidth.cut(line, room, theme.ellipsis());
            text.append(" ".repeat(INDENT))
                    .append(theme.strong(TextWidth.pad(entry.topic().name(), codeWidth + GAP)))
                    .append(shown.stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }

    private String group(Entry entry) {
        String name = words.classOf(entry.topic());
        if (name.isEmpty()) {
            return articles.get("article.origin." + Facts.id(entry.facts().origin()));
        }
        return entry.topic() instanceof EnhancedCodeTopic ? articles.get("codes.group.enhanced", name) : name;
    }

    private String title(Entry entry) {
        boolean standard = entry.facts().origin() == Facts.Origin.STANDARD;
        String origin = standard || words.classOf(entry.topic()).isEmpty()
                ? ""
                : " (" + articles.get("article.origin." + Facts.id(entry.facts().origin())) + ")";
        return entry.article().title().replace("`", "") + origin;
    }

    private String steps(Entry entry) {
        List<String> legal =
                entry.facts() instanceof ReplyFacts reply && !reply.legal().isEmpty()
                        ? reply.legal()
                        : entry.facts().steps();
        return String.join(articles.get("article.comma"), words.steps(legal));
    }
}
