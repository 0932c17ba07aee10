package dev.smtpdiag.render.page;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.language.Resources;
import dev.smtpdiag.render.page.Block.Heading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A page as one file of HTML that needs nothing beside it: no style sheet, no script, no network. */
public final class HtmlPage {

    private static final int FEWEST_CONTENTS = 3;

    private final Messages messages;

    /**
     * @param messages those of the reference
     */
    public HtmlPage(Messages messages) {
        this.messages = messages;
    }

    public String write(Page page) {
        HtmlWriter main = new HtmlWriter(Set.of("content"));
        main.blocks(page.blocks());
        StringBuilder html = new StringBuilder(16_384);
        html.append("<!DOCTYPE html>\n<html lang=\"").append(HtmlText.escaped(page.language()));
        html.append("\">\n<head>\n<meta charset=\"utf-8\" />\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        html.append("<meta name=\"color-scheme\" content=\"light dark\" />\n");
        html.append("<title>").append(HtmlText.escaped(page.title())).append(" · smtpdiag</title>\n");
        if (!page.description().isEmpty()) {
            html.append("<meta name=\"description\" content=\"");
            html.append(HtmlText.escaped(page.description())).append("\" />\n");
        }
        html.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
        html.append("<a class=\"skip\" href=\"#content\">");
        html.append(HtmlText.escaped(messages.get("page.skip"))).append("</a>\n");
        html.append("<header><p class=\"brand\">smtpdiag</p></header>\n");
        html.append(contents(main.headings()));
        html.append("<main id=\"content\">\n").append(main.html()).append("</main>\n");
        html.append("<footer><p>").append(HtmlText.escaped(messages.get("page.made-by")));
        html.append("</p></footer>\n</body>\n</html>\n");
        return html.toString();
    }

    /** Links to the parts of the page, where there are enough to get lost in. */
    private String contents(List<Heading> headings) {
        StringBuilder links = new StringBuilder();
        int count = 0;
        for (Heading heading : headings) {
            if (heading.level() == 2) {
                links.append("<li><a href=\"#").append(heading.id()).append("\">");
                links.append(HtmlText.escaped(Inline.plain(heading.text())));
                links.append("</a></li>\n");
                count++;
            }
        }
        return count < FEWEST_CONTENTS
                ? ""
                : "<nav aria-label=\"" + HtmlText.escaped(messages.get("page.contents")) + "\">\n<ul>\n" + links
                        + "</ul>\n</nav>\n";
    }

    private static String style() {
        byte[] css = Resources.read("site/page.css");
        if (css == null) {
            throw new IllegalStateException("missing resource site/page.css");
        }
        return new String(css, StandardCharsets.UTF_8);
    }
}
