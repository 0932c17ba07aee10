package dev.smtpdiag.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Block.Facts;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.ItemList;
import dev.smtpdiag.render.page.Block.Literal;
import dev.smtpdiag.render.page.Block.Paragraph;
import dev.smtpdiag.render.page.Block.Table;
import dev.smtpdiag.render.page.Inline.Code;
import dev.smtpdiag.render.page.Inline.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of Markdown would take for a mark is escaped, and nothing else. */
class MarkdownWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            quoteCharacter = '^',
            value = {
                "a * b\ta \\* b",
                "_never_\t\\_never\\_",
                "mail_from\tmail_from",
                "<b>x</b>\t\\<b\\>x\\</b\\>",
                "AT&T and R & D\tAT\\&T and R & D",
                "[x](y)\t\\[x\\](y)",
                "a|b\ta\\|b",
                "C:\\dir\tC:\\\\dir",
                "1. one\t1\\. one",
                "5.7.8 refused\t5.7.8 refused",
                "# no heading\t\\# no heading",
                "- no item\t\\- no item",
                "~~gone~~\t\\~\\~gone\\~\\~",
            })
    void runningText(String text, String expected) {
        assertEquals(expected + "\n", written(new Paragraph(Inline.text(text))));
    }

    @Test
    void literalsGetAsManyBackTicksAsTheyNeed() {
        assertEquals("`a*b`", MarkdownText.code("a*b"));
        assertEquals("``a`b``", MarkdownText.code("a`b"));
        assertEquals("`` `a ``", MarkdownText.code("`a"));
        assertEquals("`  a  `", MarkdownText.code(" a "));
    }

    @Test
    void linesAsTheyAreStayWithinTheirFence() {
        String expected = "````\n```\n<b>\n````\n";
        assertEquals(expected, written(new Literal(List.of("```", "<b>"))));
    }

    @Test
    void factsAndLists() {
        Block facts = new Facts(
                "caption",
                List.of(
                        Fact.of(Inline.text("Class"), Inline.text("5yz")),
                        new Fact(Inline.text("Examples"), List.of(new Literal(List.of("535 no"))))));
        assertEquals("- **Class**: 5yz\n- **Examples**:\n\n  ```\n  535 no\n  ```\n", written(facts));
        Block list = new ItemList(true, List.of(Inline.text("one"), List.of(new Code("two"))));
        assertEquals("1. one\n2. `two`\n", written(list));
    }

    @Test
    void headingsLinksAndTables() {
        assertEquals("## a \\#\n", written(new Heading(2, "a", Inline.text("a #"))));
        Block link = new Paragraph(List.of(new Link("RFC [1]", "https://example.com/(a)")));
        assertEquals("[RFC \\[1\\]](<https://example.com/(a)>)\n", written(link));
        Block table = new Table("c", List.of("Code", "Means"), List.of(List.of(Inline.text("5|5"), Inline.text("x"))));
        assertEquals("| Code | Means |\n| --- | --- |\n| 5\\|5 | x |\n", written(table));
    }

    private static String written(Block block) {
        return MarkdownWriter.write(new Page("en", "title", "", List.of(block)));
    }
}
