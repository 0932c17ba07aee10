package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ReportText;
import dev.smtpdiag.render.TextWidth;
import dev.smtpdiag.render.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text report of every scenario: harmless for a terminal, and no wider than it. */
class ScenarioTextTest {

    private static final List<Integer> WIDTHS = List.of(40, 80, 120);
    private static final List<Theme> THEMES =
            List.of(new Theme(false, true), new Theme(true, true), new Theme(false, false), new Theme(true, false));
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(0|1|2|31|32|33)m");

    static List<Played> library() {
        return Played.library();
    }

    @ParameterizedTest
    @MethodSource("library")
    void holdsNoControlCharacterButItsOwn(Played played) {
        for (Theme theme : THEMES) {
            for (int width : WIDTHS) {
                String text = render(played, theme, width, true);
                String bare = theme.colour() ? COLOUR.matcher(text).replaceAll("") : text;
                assertEquals(List.of(), controls(bare), () -> played + ", " + theme + ", width " + width);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("library")
    void everyColourEnds(Played played) {
        for (String line : render(played, new Theme(true, true), 80, true).split("\n")) {
            int begun = line.split("\u001b\\[(1|2|31|32|33)m", -1).length;
            int ended = line.split("\u001b\\[0m", -1).length;
            assertEquals(begun, ended, line);
        }
    }

    @ParameterizedTest
    @MethodSource("library")
    void noLineIsWiderThanTheTerminal(Played played) {
        assertEquals(List.of(), tooWide(played, 80), "width 80");
        assertEquals(List.of(), tooWide(played, 120), "width 120");
    }

    @Test
    void noLineIsWiderThanTheNarrowestTerminal() {
        List<String> tooWide = new ArrayList<>();
        library().forEach(played -> tooWide.addAll(tooWide(played, 40)));
        assertEquals(List.of(), tooWide);
    }

    @ParameterizedTest
    @MethodSource("library")
    void colourAddsNothingButColour(Played played) {
        String plain = render(played, new Theme(false, true), 80, true);
        String coloured = render(played, new Theme(true, true), 80, true);
        assertEquals(plain, COLOUR.matcher(coloured).replaceAll("").replaceAll(" +\n", "\n"));
    }

    @Test
    void withoutUnicodeOurOwnWordsAreAscii() {
        String text = render(Played.named("auth-rejected"), new Theme(false, false), 80, true);
        assertTrue(text.contains("x AUTH PLAIN"), text);
        assertEquals(List.of(), text.chars().filter(c -> c > 126).boxed().toList());
    }

    private static String render(Played played, Theme theme, int width, boolean transcript) {
        return new ReportText(theme, width, Messages.ofReports(Language.ENGLISH), KnowledgeBase.in(Language.ENGLISH))
                .render(played.report(), transcript, "exit.line");
    }

    /** A word that is longer than the room for it cannot be broken, but nothing may stand beside it. */
    private static List<String> tooWide(Played played, int width) {
        return render(played, Theme.PLAIN, width, false)
                .lines()
                .filter(line -> TextWidth.of(line) > width)
                .filter(line -> line.strip().indexOf(' ') >= 0)
                .toList();
    }

    private static List<String> controls(String text) {
        List<String> found = new ArrayList<>();
        text.chars()
                .filter(c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                .forEach(c -> found.add(Integer.toHexString(c)));
        return found;
    }
}
