package dev.smtpdiag.render.site;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.ItemList;
import dev.smtpdiag.render.page.Block.Paragraph;
import dev.smtpdiag.render.page.Block.Table;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Link;
import dev.smtpdiag.render.page.Page;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The first page of a language: everything there is, in tables. */
final class SiteIndex {

    /** Sorted behind the classes that servers send. */
    private static final int NO_CLASS = 9;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final SiteMap map;
    private final List<Block> blocks = new ArrayList<>();

    SiteIndex(KnowledgeBase knowledge, Messages messages, SiteMap map) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.map = map;
    }

    Page page() {
        String title = messages.get("site.title");
        String intro = messages.get("site.intro");
        heading(1, "reference", title);
        blocks.add(new Paragraph(Inline.text(intro)));
        blocks.add(new ItemList(false, contents()));
        for (String kind : List.of("reply", "enhanced", "extension", "mechanism")) {
            heading(2, kind, messages.get("site." + kind));
            groups(kind);
        }
        comparisons();
        heading(2, "provider", messages.get("site.provider"));
        blocks.add(new Paragraph(List.of(new Link(messages.get("site.provider.all"), SiteMap.PROVIDERS))));
        return new Page(knowledge.language().tag(), title, intro, blocks);
    }

    /** Links to the parts of the page. */
    private List<List<Inline>> contents() {
        List<List<Inline>> links = new ArrayList<>();
        for (String part : List.of("reply", "enhanced", "extension", "mechanism", "compare", "provider")) {
            if (!part.equals("compare") || !map.pairs().isEmpty()) {
                links.add(List.of(new Link(messages.get("site." + part), "#" + part)));
            }
        }
        return links;
    }

    /** Codes by their class, all else as it is. */
    private void groups(String kind) {
        Map<Integer, List<Topic>> groups = new TreeMap<>();
        for (Topic topic : map.topics()) {
            if (SiteMap.kind(topic).equals(kind)) {
                groups.computeIfAbsent(classDigit(topic), digit -> new ArrayList<>())
                        .add(topic);
            }
        }
        groups.forEach((digit, topics) -> {
            String name = name(kind, digit);
            if (groups.size() > 1) {
                heading(3, kind + "-" + digit, name);
            }
            blocks.add(table(name, topics));
        });
    }

    private static int classDigit(Topic topic) {
        int digit = topic instanceof ReplyCodeTopic reply
                ? reply.classDigit()
                : topic instanceof EnhancedCodeTopic enhanced ? enhanced.code().classDigit() : 0;
        return digit == 1 || digit > 5 ? NO_CLASS : digit;
    }

    private String name(String kind, int digit) {
        if (digit == NO_CLASS) {
            return messages.get("site.no-class");
        }
        if (digit == 0) {
            return messages.get("site." + kind);
        }
        return kind.equals("reply")
                ? digit + "yz " + knowledge.replyClass(digit).title()
                : digit + ".x.x " + knowledge.enhancedClass(digit).title();
    }

    private Table table(String caption, List<Topic> topics) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Topic topic : topics) {
            Article article = knowledge.article(topic);
            if (article != null) {
                rows.add(List.of(
                        List.of(new Link(topic.name(), SiteMap.path(topic))),
                        Prose.of(article.title()),
                        Prose.of(article.firstSentence())));
            }
        }
        List<String> heads = List.of(
                messages.get("site.column.name"), messages.get("site.column.title"), messages.get("site.column.short"));
        return new Table(caption, heads, rows);
    }

    private void comparisons() {
        if (map.pairs().isEmpty()) {
            return;
        }
        heading(2, "compare", messages.get("site.compare"));
        List<List<Inline>> links = new ArrayList<>();
        for (SiteMap.Pair pair : map.pairs()) {
            String text =
                    messages.get("site.pair", pair.one().name(), pair.other().name());
            links.add(List.of(new Link(text, SiteMap.path(pair))));
        }
        blocks.add(new ItemList(false, links));
    }

    private void heading(int level, String id, String text) {
        blocks.add(new Heading(level, id, Inline.text(text)));
    }
}
