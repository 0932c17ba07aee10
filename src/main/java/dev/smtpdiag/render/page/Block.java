package dev.smtpdiag.render.page;

import java.util.List;

/** A part of a page that starts on a line of its own. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 for the title of the page
     * @param id what links within the page name; a writer makes it unique
     */
    record Heading(int level, String id, List<Inline> text) implements Block {
        public Heading {
            text = List.copyOf(text);
        }
    }

    /** A line below a heading that a reader may skip. */
    record Byline(List<Inline> text) implements Block {
        public Byline {
            text = List.copyOf(text);
        }
    }

    record Paragraph(List<Inline> text) implements Block {
        public Paragraph {
            text = List.copyOf(text);
        }
    }

    /** A list, with or without numbers. */
    record ItemList(boolean numbered, List<List<Inline>> items) implements Block {
        public ItemList {
            items = List.copyOf(items);
        }
    }

    /**
     * Things with their names in front.
     *
     * @param caption for who cannot see the heading above
     */
    record Facts(String caption, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One line of {@link Facts}. */
    record Fact(List<Inline> label, List<Block> content) {
        public Fact {
            label = List.copyOf(label);
            content = List.copyOf(content);
        }

        /** A fact of one paragraph. */
        public static Fact of(List<Inline> label, List<Inline> text) {
            return new Fact(label, List.of(new Paragraph(text)));
        }
    }

    /**
     * Rows of cells; the first cell of each names it.
     *
     * @param heads of the columns
     */
    record Table(String caption, List<String> heads, List<List<List<Inline>>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** Things that stand side by side where there is room, each with a heading. */
    record Columns(List<List<Block>> columns) implements Block {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /** Lines that are shown as they are. */
    record Literal(List<String> lines) implements Block {
        public Literal {
            lines = List.copyOf(lines);
        }
    }

    /** Between two things that have nothing to do with each other. */
    record Rule() implements Block {}

    /**
     * Blocks in another language than that of the page.
     *
     * @param tag of that language
     */
    record InLanguage(String tag, List<Block> blocks) implements Block {
        public InLanguage {
            blocks = List.copyOf(blocks);
        }
    }
}
