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
import java.util.List;

/** A page in CommonMark, not wrapped; tables, which CommonMark has not, with pipes, as nearly all its readers know them. */
public final class MarkdownWriter {

    private final StringBuilder text = new StringBuilder();

    private MarkdownWriter() {}

    public static String write(Page page) {
        MarkdownWriter writer = new MarkdownWriter();
        writer.blocks(page.blocks(), "");
        return writer.text.toString();
    }

    private void blocks(List<Block> blocks, String margin) {
        for (Block block : blocks) {
            block(block, margin);
        }
    }

    private void block(Block block, String margin) {
        if (block instanceof Heading heading) {
            apart();
            line(margin, "#".repeat(Math.min(6, heading.level())) + " " + headingText(heading.text()));
        } else if (block instanceof Byline byline) {
            apart();
            line(margin, "*" + MarkdownText.of(byline.text()) + "*");
        } else if (block instanceof Paragraph paragraph) {
            apart();
            line(margin, MarkdownText.of(paragraph.text()));
        } else if (block instanceof ItemList list) {
            apart();
            items(list, margin);
        } else if (block instanceof Facts facts) {
            apart();
            for (Fact fact : facts.facts()) {
                fact(fact, margin);
            }
        } else if (block instanceof Table table) {
            apart();
            table(table, margin);
        } else if (block instanceof Columns columns) {
            for (List<Block> column : columns.columns()) {
                blocks(column, margin);
            }
        } else if (block instanceof Literal literal) {
            apart();
            literal(literal, margin);
        } else if (block instanceof InLanguage other) {
            blocks(other.blocks(), margin);
        } else if (block instanceof Rule) {
            apart();
            line(margin, "---");
        }
    }

    /** A number sign at the end would be taken for the end of the heading. */
    private static String headingText(List<Inline> runs) {
        String heading = MarkdownText.of(runs);
        return heading.endsWith("#") ? heading.substring(0, heading.length() - 1) + "\\#" : heading;
    }

    private void items(ItemList list, String margin) {
        int number = 0;
        for (List<Inline> item : list.items()) {
            number++;
            line(margin, (list.numbered() ? number + ". " : "- ") + MarkdownText.of(item));
        }
    }

    /** The name in bold, then what is short behind it, and what is long below it. */
    private void fact(Fact fact, String margin) {
        String label = fact.label().isEmpty() ? "" : "**" + MarkdownText.of(fact.label()) + "**";
        List<Block> content = fact.content();
        if (!content.isEmpty() && content.get(0) instanceof Paragraph first) {
            String prose = MarkdownText.of(first.text());
            line(margin, "- " + (label.isEmpty() ? prose : label + ": " + prose));
            blocks(content.subList(1, content.size()), margin + "  ");
        } else {
            line(margin, "- " + label + (label.isEmpty() ? "" : ":"));
            blocks(content, margin + "  ");
        }
    }

    private void literal(Literal literal, String margin) {
        int ticks = 2;
        for (String shown : literal.lines()) {
            ticks = Math.max(ticks, MarkdownText.longestRun(shown));
        }
        String fence = "`".repeat(ticks + 1);
        line(margin, fence);
        for (String shown : literal.lines()) {
            line(margin, shown);
        }
        line(margin, fence);
    }

    private void table(Table table, String margin) {
        List<String> heads = new ArrayList<>();
        for (String head : table.heads()) {
            heads.add(MarkdownText.escaped(head, false));
        }
        line(margin, "| " + String.join(" | ", heads) + " |");
        line(margin, "|" + " --- |".repeat(heads.size()));
        for (List<List<Inline>> row : table.rows()) {
            StringBuilder cells = new StringBuilder("|");
            for (List<Inline> cell : row) {
                cells.append(' ').append(MarkdownText.of(cell)).append(" |");
            }
            line(margin, cells.toString());
        }
    }

    /** An empty line, but not at the start. */
    private void apart() {
        if (text.length() > 0 && !endsWithEmptyLine()) {
            text.append('\n');
        }
    }

    private boolean endsWithEmptyLine() {
        int length = text.length();
        return length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
    }

    private void line(String margin, String line) {
        text.append(line.isEmpty() ? "" : margin).append(line).append('\n');
    }
}
