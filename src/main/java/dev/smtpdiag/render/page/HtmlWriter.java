package dev.smtpdiag.render.page;

import dev.smtpdiag.render.page.Block.Byline;
import dev.smtpdiag.render.page.Block.Columns;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Block.Facts;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.InLanguage;
import dev.smtpdiag.render.page.Block.ItemList;
import dev.smtpdiag.render.page.Block.Literal;
import dev.smtpdiag.render.page.Block.Paragraph;
import dev.smtpdiag.render.page.Block.Rule;
import dev.smtpdiag.render.page.Block.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Blocks in HTML that is well-formed XML as well. The page around them is another's. */
public final class HtmlWriter {

    private final StringBuilder html = new StringBuilder();
    private final Set<String> ids = new HashSet<>();
    private final List<Heading> headings = new ArrayList<>();

    /**
     * @param taken ids that the page around has
     */
    public HtmlWriter(Set<String> taken) {
        ids.addAll(taken);
    }

    public String html() {
        return html.toString();
    }

    /** The headings that were written, with the ids that they got. */
    public List<Heading> headings() {
        return List.copyOf(headings);
    }

    public void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            block(block);
        }
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            heading(heading);
        } else if (block instanceof Byline byline) {
            html.append("<p class=\"byline\">").append(HtmlText.of(byline.text()));
            html.append("</p>\n");
        } else if (block instanceof Paragraph paragraph) {
            html.append("<p>").append(HtmlText.of(paragraph.text())).append("</p>\n");
        } else if (block instanceof ItemList list) {
            items(list);
        } else if (block instanceof Facts facts) {
            facts(facts);
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Columns columns) {
            columns(columns);
        } else if (block instanceof Literal literal) {
            // A reply is written from left to right, whatever the language around.
            html.append("<pre dir=\"ltr\"><code>");
            html.append(HtmlText.escaped(String.join("\n", literal.lines())));
            html.append("</code></pre>\n");
        } else if (block instanceof InLanguage other) {
            html.append("<div lang=\"").append(HtmlText.escaped(other.tag())).append("\">\n");
            blocks(other.blocks());
            html.append("</div>\n");
        } else if (block instanceof Rule) {
            html.append("<hr />\n");
        }
    }

    private void heading(Heading heading) {
        String id = unique(heading.id());
        int level = Math.min(6, heading.level());
        html.append("<h").append(level).append(" id=\"").append(id).append("\">");
        html.append(HtmlText.of(heading.text()));
        html.append("</h").append(level).append(">\n");
        headings.add(new Heading(level, id, heading.text()));
    }

    private String unique(String wanted) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            boolean usable = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.';
            safe.append(usable ? c : '-');
        }
        String id = safe.toString();
        for (int n = 2; !ids.add(id); n++) {
            id = safe + "-" + n;
        }
        return id;
    }

    private void items(ItemList list) {
        String tag = list.numbered() ? "ol" : "ul";
        html.append('<').append(tag).append(">\n");
        for (List<Inline> item : list.items()) {
            html.append("<li>").append(HtmlText.of(item)).append("</li>\n");
        }
        html.append("</").append(tag).append(">\n");
    }

    private void facts(Facts facts) {
        html.append("<table class=\"facts\">\n");
        caption(facts.caption());
        html.append("<tbody>\n");
        for (Fact fact : facts.facts()) {
            html.append("<tr>");
            if (fact.label().isEmpty()) {
                html.append("<td></td>");
            } else {
                html.append("<th scope=\"row\">").append(HtmlText.of(fact.label()));
                html.append("</th>");
            }
            html.append("<td>");
            if (fact.content().size() == 1 && fact.content().get(0) instanceof Paragraph only) {
                html.append(HtmlText.of(only.text()));
            } else {
                blocks(fact.content());
            }
            html.append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void table(Table table) {
        html.append("<table class=\"rows\">\n");
        caption(table.caption());
        html.append("<thead>\n<tr>");
        for (String head : table.heads()) {
            html.append("<th scope=\"col\">").append(HtmlText.escaped(head)).append("</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (List<List<Inline>> row : table.rows()) {
            html.append("<tr><th scope=\"row\">").append(HtmlText.of(row.get(0)));
            html.append("</th>");
            for (List<Inline> cell : row.subList(1, row.size())) {
                html.append("<td>").append(HtmlText.of(cell)).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void caption(String caption) {
        html.append("<caption>").append(HtmlText.escaped(caption)).append("</caption>\n");
    }

    private void columns(Columns columns) {
        html.append("<div class=\"columns\">\n");
        for (List<Block> column : columns.columns()) {
            html.append("<div>\n");
            blocks(column);
            html.append("</div>\n");
        }
        html.append("</div>\n");
    }
}
