package dev.smtpdiag.render.site;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.HtmlText;
import java.util.List;

/** The page at the root of the site: the languages. A script goes on to the reader's; without one there are links. */
final class SiteRoot {

    private SiteRoot() {}

    static String page(List<String> languages) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        html.append("<meta name=\"color-scheme\" content=\"light dark\" />\n<title>");
        html.append(text(Language.ENGLISH, "site.title")).append(" · smtpdiag</title>\n");
        for (String tag : languages) {
            html.append("<link rel=\"alternate\" hreflang=\"").append(HtmlText.escaped(tag));
            html.append("\" href=\"").append(HtmlText.escaped(tag)).append("/index.html\" />\n");
        }
        html.append("<link rel=\"alternate\" hreflang=\"x-default\" href=\"en/index.html\" />\n");
        html.append("<link rel=\"stylesheet\" href=\"page.css\" />\n<link rel=\"stylesheet\" href=\"site.css\" />\n");
        html.append("<script src=\"language.js\" defer=\"defer\"></script>\n</head>\n<body>\n");
        html.append("<header><p class=\"brand\">smtpdiag</p></header>\n<main id=\"content\">\n<h1>");
        html.append(text(Language.ENGLISH, "site.title")).append("</h1>\n<ul class=\"choice\">\n");
        for (String tag : languages) {
            String name = Messages.ofLanguage(Language.of(tag)).get("name");
            html.append("<li><a href=\"").append(HtmlText.escaped(tag)).append("/index.html\" hreflang=\"");
            html.append(HtmlText.escaped(tag))
                    .append("\" lang=\"")
                    .append(HtmlText.escaped(tag))
                    .append("\">");
            html.append(HtmlText.escaped(name)).append(": ").append(text(Language.of(tag), "site.title"));
            html.append("</a></li>\n");
        }
        html.append("</ul>\n</main>\n<footer><p>").append(text(Language.ENGLISH, "page.made-by"));
        return html.append("</p></footer>\n</body>\n</html>\n").toString();
    }

    private static String text(Language language, String key) {
        return HtmlText.escaped(Messages.ofReference(language).get(key));
    }
}
