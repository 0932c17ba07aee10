package dev.smtpdiag.render.site;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.HtmlText;
import dev.smtpdiag.render.page.HtmlWriter;
import dev.smtpdiag.render.page.Page;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around every page of one language: head, search, languages, way back. */
final class SiteFrame {

    private static final Set<String> IDS = Set.of("content", "search", "query", "found", "results");

    private final Messages messages;
    private final String tag;
    private final List<String> languages;

    /**
     * @param messages those of the reference
     * @param languages tags of all languages
     */
    SiteFrame(Messages messages, List<String> languages) {
        this.messages = messages;
        this.tag = messages.language().tag();
        this.languages = languages;
    }

    /**
     * A whole page.
     *
     * @param path within the folder of the language
     * @param part id of the part of the index that it belongs to; null for the index itself
     */
    String write(String path, Page page, @Nullable String part) {
        String base = path.indexOf('/') < 0 ? "" : "../";
        HtmlWriter main = new HtmlWriter(IDS);
        main.blocks(page.blocks());
        StringBuilder html = new StringBuilder(16_384);
        head(html, path, page, base);
        html.append("<body>\n<a class=\"skip\" href=\"#content\">").append(text("page.skip"));
        html.append("</a>\n<header>\n<p class=\"brand\"><a href=\"")
                .append(base)
                .append(SiteMap.INDEX);
        html.append("\">smtpdiag</a></p>\n");
        search(html);
        languages(html, path, base);
        html.append("</header>\n");
        if (part != null) {
            crumbs(html, page, base, part);
        }
        html.append("<main id=\"content\">\n").append(main.html()).append("</main>\n");
        html.append("<footer><p>").append(text("page.made-by")).append("</p></footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private void head(StringBuilder html, String path, Page page, String base) {
        String root = base + "../";
        html.append("<!DOCTYPE html>\n<html lang=\"").append(escaped(tag)).append("\">\n<head>\n");
        html.append("<meta charset=\"utf-8\" />\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        html.append("<meta name=\"color-scheme\" content=\"light dark\" />\n<title>");
        html.append(escaped(page.title())).append(" · smtpdiag</title>\n");
        if (!page.description().isEmpty()) {
            html.append("<meta name=\"description\" content=\"");
            html.append(escaped(page.description())).append("\" />\n");
        }
        for (String language : languages) {
            alternate(html, language, root + language + "/" + path);
        }
        alternate(html, "x-default", root + "en/" + path);
        html.append("<link rel=\"stylesheet\" href=\"").append(root).append("page.css\" />\n");
        html.append("<link rel=\"stylesheet\" href=\"").append(root).append("site.css\" />\n");
        html.append("<script src=\"").append(base).append("search-index.js\" defer=\"defer\"></script>\n");
        html.append("<script src=\"").append(root).append("search.js\" defer=\"defer\" data-base=\"");
        html.append(base).append("\"></script>\n</head>\n");
    }

    private static void alternate(StringBuilder html, String language, String target) {
        html.append("<link rel=\"alternate\" hreflang=\"").append(escaped(language));
        html.append("\" href=\"").append(target).append("\" />\n");
    }

    /** Hidden until a script shows it: without one it would do nothing. */
    private void search(StringBuilder html) {
        html.append("<form id=\"search\" role=\"search\" hidden=\"hidden\" data-none=\"");
        html.append(text("site.search.none")).append("\" data-some=\"");
        html.append(text("site.search.some")).append("\">\n<label for=\"query\">");
        html.append(text("site.search")).append("</label>\n<input id=\"query\" type=\"search\" autocomplete=\"off\"");
        html.append(" spellcheck=\"false\" placeholder=\"").append(text("site.search.hint"));
        html.append("\" />\n<p id=\"found\" role=\"status\"></p>\n<ul id=\"results\"></ul>\n</form>\n");
    }

    private void languages(StringBuilder html, String path, String base) {
        html.append("<nav class=\"languages\" aria-label=\"")
                .append(text("site.languages"))
                .append("\"><ul>\n");
        for (String language : languages) {
            String name = Messages.ofLanguage(Language.of(language)).get("name");
            String current = language.equals(tag) ? " aria-current=\"true\"" : "";
            html.append("<li><a href=\"").append(base).append("../").append(escaped(language));
            html.append('/').append(path).append("\" hreflang=\"").append(escaped(language));
            html.append("\" lang=\"")
                    .append(escaped(language))
                    .append('"')
                    .append(current)
                    .append('>');
            html.append(escaped(name)).append("</a></li>\n");
        }
        html.append("</ul></nav>\n");
    }

    private void crumbs(StringBuilder html, Page page, String base, String part) {
        html.append("<nav class=\"crumbs\" aria-label=\"")
                .append(text("site.crumbs"))
                .append("\"><ol>\n");
        crumb(html, base + SiteMap.INDEX, text("site.title"));
        if (!messages.get("site." + part).equals(page.title())) {
            crumb(html, base + SiteMap.INDEX + "#" + part, text("site." + part));
        }
        html.append("<li aria-current=\"page\">").append(escaped(page.title())).append("</li>\n</ol></nav>\n");
    }

    private static void crumb(StringBuilder html, String target, String name) {
        html.append("<li><a href=\"").append(target).append("\">").append(name).append("</a></li>\n");
    }

    private String text(String key) {
        return escaped(messages.get(key));
    }

    private static String escaped(String text) {
        return HtmlText.escaped(text);
    }
}
