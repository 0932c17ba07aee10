package dev.smtpdiag.render;

import dev.smtpdiag.kb.CodeFilter.Entry;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.Table;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Page;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of codes as a page: a table for each class, as {@link CodesText} has them. */
public final class PageCodes {

    private final KnowledgeBase knowledge;
    private final Messages reference;
    private final CodeRows rows;
    private final Messages articles;

    /**
     * @param articles words around articles
     * @param reference words around pages
     */
    public PageCodes(KnowledgeBase knowledge, Messages articles, Messages reference) {
        this.knowledge = knowledge;
        this.articles = articles;
        this.reference = reference;
        this.rows = new CodeRows(knowledge, articles);
    }

    /** The tables. */
    public Page of(List<Entry> entries) {
        String title = reference.get("site.title");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, "codes", Inline.text(title)));
        Map<String, List<List<List<Inline>>>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            List<List<Inline>> row = List.of(
                    Inline.text(entry.topic().name()),
                    Prose.of(rows.title(entry)),
                    Inline.text(rows.steps(entry)),
                    Prose.of(entry.article().firstSentence()));
            groups.computeIfAbsent(rows.group(entry), group -> new ArrayList<>())
                    .add(row);
        }
        List<String> heads = List.of(
                reference.get("site.column.name"),
                reference.get("site.column.title"),
                articles.get("article.fact.met"),
                reference.get("site.column.short"));
        groups.forEach((group, table) -> {
            blocks.add(new Heading(2, "class", Inline.text(group)));
            blocks.add(new Table(group, heads, table));
        });
        return new Page(knowledge.language().tag(), title, reference.get("site.intro"), blocks);
    }
}
