package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Article.Style;
import dev.smtpdiag.kb.Example;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Byline;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.InLanguage;
import dev.smtpdiag.render.page.Block.ItemList;
import dev.smtpdiag.render.page.Block.Literal;
import dev.smtpdiag.render.page.Block.Paragraph;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Link;
import dev.smtpdiag.render.page.Inline.Text;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;

/** Blocks of a page in the making. */
final class PageParts {

    private final String language;
    private final TopicLinks links;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param language tag of the language of the page
     */
    PageParts(String language, TopicLinks links) {
        this.language = language;
        this.links = links;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** For a part of the same page. */
    PageParts another() {
        return new PageParts(language, links);
    }

    TopicLinks links() {
        return links;
    }

    void add(Block block) {
        blocks.add(block);
    }

    /** Adds what is in the language of an article. */
    void add(Article article, Block block) {
        boolean same = article.language().equals(language);
        blocks.add(same ? block : new InLanguage(article.language(), List.of(block)));
    }

    void heading(int level, String id, String prose) {
        blocks.add(new Heading(level, id, Prose.of(prose)));
    }

    void title(int level, Article article, String id, String prose) {
        add(article, new Heading(level, id, Prose.of(prose)));
    }

    void byline(String text) {
        if (!text.isEmpty()) {
            blocks.add(new Byline(Prose.citations(text)));
        }
    }

    void paragraph(String prose) {
        blocks.add(new Paragraph(Prose.of(prose)));
    }

    void summary(Article article) {
        for (String paragraph : article.summary()) {
            add(article, new Paragraph(Prose.of(paragraph)));
        }
    }

    /** A section of an article with its heading. */
    void section(int level, Article article, Article.Heading which, String heading) {
        Section section = article.section(which);
        if (section != null) {
            heading(level, Facts.id(which), heading);
            items(article, section, heading);
        }
    }

    /** The items of a section below a heading that stands already. */
    void items(Article article, Section section, String caption) {
        if (section.heading() == Article.Heading.CONFUSED_WITH) {
            List<Fact> facts = new ArrayList<>();
            for (String item : section.items()) {
                int colon = Math.max(0, item.indexOf(": "));
                facts.add(fact(item.substring(0, colon), item.substring(colon == 0 ? 0 : colon + 2)));
            }
            add(article, new Block.Facts(caption, facts));
        } else if (section.style() == Style.PARAGRAPHS) {
            for (String item : section.items()) {
                add(article, new Paragraph(Prose.of(item)));
            }
        } else {
            List<List<Inline>> items = new ArrayList<>();
            for (String item : section.items()) {
                items.add(Prose.of(item));
            }
            add(article, new ItemList(section.style() == Style.NUMBERED, items));
        }
    }

    /** A code and what is said of it. */
    Fact fact(String code, String prose) {
        return Fact.of(code.isEmpty() ? List.of() : List.of(code(code)), Prose.of(prose));
    }

    /** The name of a code, as a link where it has a page. */
    Inline code(String name) {
        Topic topic = TopicNames.code(name);
        String target = topic == null ? null : links.to(topic);
        return target == null ? new Text(name) : new Link(name, target);
    }

    /** Names of codes with a space between them. */
    List<Inline> codes(String names) {
        List<Inline> runs = new ArrayList<>();
        for (String name : names.split(" ")) {
            if (!runs.isEmpty()) {
                runs.add(new Text(" "));
            }
            runs.add(code(name));
        }
        return runs;
    }

    /** A reply as a server sends it, below the name of the product. */
    static List<Block> example(Example example, Messages messages) {
        Block lines = new Literal(example.lines());
        return example.product().isEmpty()
                ? List.of(lines)
                : List.of(new Paragraph(Inline.text(messages.get("article.example-of", example.product()))), lines);
    }
}
