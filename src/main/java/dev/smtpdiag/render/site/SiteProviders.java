package dev.smtpdiag.render.site;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderReply;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Byline;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.InLanguage;
import dev.smtpdiag.render.page.Block.ItemList;
import dev.smtpdiag.render.page.Block.Literal;
import dev.smtpdiag.render.page.Block.Paragraph;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Link;
import dev.smtpdiag.render.page.Page;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page of what providers and products mean by their replies. */
final class SiteProviders {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final Messages articles;
    private final List<Block> blocks = new ArrayList<>();

    SiteProviders(KnowledgeBase knowledge, Messages messages) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.articles = Messages.ofArticles(knowledge.language());
    }

    Page page() {
        Map<String, List<ProviderReply>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ProviderReply row : knowledge.providerReplies()) {
            groups.computeIfAbsent(row.provider(), provider -> new ArrayList<>())
                    .add(row);
        }
        String title = messages.get("site.provider");
        String intro =
                messages.get("site.provider.intro", knowledge.providerReplies().size(), groups.size());
        blocks.add(new Heading(1, "providers", Inline.text(title)));
        blocks.add(new Paragraph(Inline.text(intro)));
        List<List<Inline>> contents = new ArrayList<>();
        groups.keySet().forEach(provider -> contents.add(List.of(new Link(provider, "#" + id(provider)))));
        blocks.add(new ItemList(false, contents));
        groups.forEach((provider, rows) -> {
            blocks.add(new Heading(2, id(provider), Inline.text(provider)));
            rows.forEach(this::row);
        });
        return new Page(knowledge.language().tag(), title, intro, blocks);
    }

    private static String id(String provider) {
        return "of-" + provider.replaceAll("[^A-Za-z0-9]+", "-");
    }

    private void row(ProviderReply row) {
        Article article = knowledge.article(row);
        String sentence = article.firstSentence();
        List<Block> words = new ArrayList<>();
        words.add(new Heading(3, row.id(), Prose.of(sentence)));
        for (String paragraph : article.summary()) {
            String rest = paragraph.startsWith(sentence)
                    ? paragraph.substring(sentence.length()).strip()
                    : paragraph;
            if (!rest.isEmpty()) {
                words.add(new Paragraph(Prose.of(rest)));
            }
        }
        List<Block> remedies = new ArrayList<>();
        Article.Section section = article.section(Article.Heading.DO);
        if (section != null) {
            List<List<Inline>> items = new ArrayList<>();
            section.items().forEach(item -> items.add(Prose.of(item)));
            remedies.add(new ItemList(section.style() == Article.Style.NUMBERED, items));
        }
        add(article, words);
        blocks.add(new Byline(Inline.text(inShort(row))));
        blocks.add(new Literal(List.of(row.example().split(" / "))));
        add(article, remedies);
    }

    private String inShort(ProviderReply row) {
        return articles.get("explain.cause." + Facts.id(row.cause())) + " · "
                + articles.get("article.fact.retry") + ": "
                + articles.get("article.retry." + Facts.id(row.retry()));
    }

    private void add(Article article, List<Block> words) {
        if (article.language().equals(knowledge.language().tag())) {
            blocks.addAll(words);
        } else if (!words.isEmpty()) {
            blocks.add(new InLanguage(article.language(), words));
        }
    }
}
