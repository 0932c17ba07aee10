package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Article.Style;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict form of articles, and the arguments of findings. */
class ArticleTest {

    private static final String TEXT = """
            # Title of {host}

            First sentence about `a. B`. The second
            one on two lines.

            Another paragraph.

            ## Do
            1. {?user} You are {user}.
            2. Always.
               Continued.
            3. Needs {missing}.

            ## Else
            - {?missing} Never.
            """;

    @Test
    void readsTitleSummaryAndSections() {
        Article article = parse(TEXT);
        assertEquals("Title of {host}", article.title());
        assertEquals(
                List.of("First sentence about `a. B`. The second one on two lines.", "Another paragraph."),
                article.summary());
        Section section = article.section(Heading.DO);
        assertNotNull(section);
        assertEquals(Style.NUMBERED, section.style());
        assertEquals("Always. Continued.", section.items().get(1));
    }

    @Test
    void firstSentenceDoesNotEndInLiteralText() {
        assertEquals("First sentence about `a. B`.", parse(TEXT).firstSentence());
    }

    @Test
    void argumentsFillAndGuard() {
        Article filled = parse(TEXT).with(Map.of("host", "mx.example.com", "user", "a`b{host}"));
        assertEquals("Title of mx.example.com", filled.title());
        assertEquals(
                List.of("You are a'b{host}.", "Always. Continued."),
                filled.section(Heading.DO).items());
        assertNull(filled.section(Heading.ELSE), "its only item is guarded");
        assertThrows(IllegalArgumentException.class, () -> parse(TEXT).with(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No title\n\nText.\n",
                "# Title\n",
                "# Title\n\nText.\n\n## Unknown\n- a\n",
                "# Title\n\nText.\n\n## Causes\n1. a\n\n## When\n- b\n",
                "# Title\n\nText.\n\n## When\n- a\n\n## When\n- b\n",
                "# Title\n\nText.\n\n## When\n",
                "# Title\n\nText.\n\n## When\n- a\n1. b\n",
                "# Title\n\nText.\n\n## Causes\n1. a\n3. b\n",
                "# Title\n\nText.\n\n## When\n- a\nnot indented\n",
                "# Title\n\nText.\n\n### Deeper\n",
                "# Title\n\nText without a line end",
                "# Title\n\n- a list as summary\n",
            })
    void otherFormsAreMistakes(String text) {
        IllegalStateException mistake = assertThrows(IllegalStateException.class, () -> parse(text));
        assertTrue(mistake.getMessage().startsWith("test.md:"), mistake.getMessage());
    }

    private static Article parse(String text) {
        return ArticleParser.parse("en", "test.md", text);
    }
}
