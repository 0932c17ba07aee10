package dev.smtpdiag.render.page;

import dev.smtpdiag.render.page.Inline.Code;
import dev.smtpdiag.render.page.Inline.Link;
import dev.smtpdiag.render.page.Inline.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Running text with marks in it, as runs. */
public final class Prose {

    private static final Pattern RFC = Pattern.compile("RFC (\\d{3,5})(?: (\\d+(?:\\.\\d+)*))?");

    private Prose() {}

    /** Text of the knowledge base: what stands in back-ticks is literal. */
    public static List<Inline> of(String prose) {
        List<Inline> runs = new ArrayList<>();
        int start = 0;
        for (int open = prose.indexOf('`'); open >= 0; open = prose.indexOf('`', start)) {
            int close = prose.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            text(prose.substring(start, open), runs);
            runs.add(new Code(prose.substring(open + 1, close)));
            start = close + 1;
        }
        text(prose.substring(start), runs);
        return runs;
    }

    /** Citations: each RFC is a link to the place that is cited, or to the first of several. */
    public static List<Inline> citations(String text) {
        List<Inline> runs = new ArrayList<>();
        Matcher rfc = RFC.matcher(text);
        int start = 0;
        while (rfc.find()) {
            text(text.substring(start, rfc.start()), runs);
            String section = rfc.group(2) == null ? "" : "#section-" + rfc.group(2);
            runs.add(new Link(rfc.group(), "https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + ".html" + section));
            start = rfc.end();
        }
        text(text.substring(start), runs);
        return runs;
    }

    private static void text(String text, List<Inline> runs) {
        if (!text.isEmpty()) {
            runs.add(new Text(text));
        }
    }
}
