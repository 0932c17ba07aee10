package dev.smtpdiag.render.site;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.language.Resources;
import dev.smtpdiag.render.PageComparison;
import dev.smtpdiag.render.PageExplanation;
import dev.smtpdiag.render.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole reference as a site of plain files. */
public final class Site {

    private static final List<String> ASSETS = List.of("page.css", "site.css", "search.js", "language.js");
    private static final String BELOW = "../";

    private final List<String> languages;
    private final SiteMap map;

    /**
     * @param languages tags of those to write in
     */
    public Site(List<String> languages) {
        this.languages = List.copyOf(languages);
        this.map = SiteMap.of(KnowledgeBase.in(Language.ENGLISH));
    }

    /** How many pages there are. */
    public int size() {
        return 1 + languages.size() * (2 + map.topics().size() + map.pairs().size());
    }

    public void write(SiteSink sink) {
        for (String asset : ASSETS) {
            byte[] content = Resources.read("site/" + asset);
            if (content == null) {
                throw new IllegalStateException("missing resource site/" + asset);
            }
            sink.file(asset, new String(content, StandardCharsets.UTF_8));
        }
        for (String tag : languages) {
            new InOneLanguage(tag, sink).write();
        }
        // The last one: who finds it finds a whole site.
        sink.file("index.html", SiteRoot.page(languages));
    }

    /** The pages of one language. */
    private final class InOneLanguage {

        private final String tag;
        private final SiteSink sink;
        private final KnowledgeBase knowledge;
        private final Messages messages;
        private final SiteFrame frame;
        private final SiteSearch search = new SiteSearch();

        InOneLanguage(String tag, SiteSink sink) {
            this.tag = tag;
            this.sink = sink;
            this.knowledge = KnowledgeBase.in(Language.of(tag));
            this.messages = Messages.ofReference(knowledge.language());
            this.frame = new SiteFrame(messages, languages);
        }

        void write() {
            page(SiteMap.INDEX, new SiteIndex(knowledge, messages, map).page(), null);
            SiteLinks links = new SiteLinks(map, BELOW);
            PageExplanation pages = new PageExplanation(knowledge);
            SiteRelated related = new SiteRelated(knowledge, messages, map, links);
            for (Topic topic : map.topics()) {
                Page page = related.addTo(pages.of(topic, links), topic);
                page(SiteMap.path(topic), page, SiteMap.kind(topic));
                Article article = knowledge.article(topic);
                if (article != null) {
                    String more = String.join(" ", article.summary())
                            .substring(article.firstSentence().length())
                            .strip();
                    search.add(topic.name(), article.title(), article.firstSentence(), SiteMap.path(topic), more);
                }
            }
            PageComparison comparisons = new PageComparison(knowledge, Messages.ofArticles(knowledge.language()));
            for (SiteMap.Pair pair : map.pairs()) {
                Comparison comparison = Comparison.of(knowledge, List.of(pair.one(), pair.other()));
                Page page = comparisons.of(comparison, links);
                page(SiteMap.path(pair), page, "compare");
                String name = pair.one().name() + " / " + pair.other().name();
                search.add(name, page.title(), "", SiteMap.path(pair), "");
            }
            Page providers = new SiteProviders(knowledge, messages).page();
            page(SiteMap.PROVIDERS, providers, "provider");
            knowledge.providerReplies().forEach(row -> {
                Article article = knowledge.article(row);
                String path = SiteMap.PROVIDERS + "#" + row.id();
                search.add(article.title(), article.firstSentence(), row.example(), path, "");
            });
            sink.file(tag + "/search-index.js", search.script());
        }

        private void page(String path, Page page, @Nullable String part) {
            sink.file(tag + "/" + path, frame.write(path, page, part));
        }
    }
}
