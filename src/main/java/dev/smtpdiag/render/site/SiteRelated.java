package dev.smtpdiag.render.site;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.TopicLinks;
import dev.smtpdiag.render.TopicNames;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.ItemList;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Link;
import dev.smtpdiag.render.page.Page;
import java.util.ArrayList;
import java.util.List;

/** The end of a page about a code: the ways to its relatives, and to what compares it with another. */
final class SiteRelated {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final SiteMap map;
    private final TopicLinks links;

    SiteRelated(KnowledgeBase knowledge, Messages messages, SiteMap map, TopicLinks links) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.map = map;
        this.links = links;
    }

    Page addTo(Page page, Topic topic) {
        List<Block> blocks = new ArrayList<>(page.blocks());
        list("related", relatives(topic), blocks);
        list("compare-with", comparisons(topic), blocks);
        return new Page(page.language(), page.title(), page.description(), blocks);
    }

    private void list(String id, List<List<Inline>> items, List<Block> blocks) {
        if (!items.isEmpty()) {
            blocks.add(new Heading(2, id, Inline.text(messages.get("site." + id))));
            blocks.add(new ItemList(false, items));
        }
    }

    private List<List<Inline>> relatives(Topic topic) {
        List<List<Inline>> items = new ArrayList<>();
        for (String name : names(topic)) {
            Topic relative = TopicNames.code(name);
            String target = relative == null ? null : links.to(relative);
            Article article = relative == null ? null : knowledge.article(relative);
            if (target != null && article != null) {
                items.add(List.of(new Link(name + " " + article.title(), target)));
            }
        }
        return items;
    }

    private List<String> names(Topic topic) {
        List<String> names = new ArrayList<>();
        Facts facts = knowledge.facts(topic);
        if (facts instanceof ReplyFacts reply) {
            names.addAll(reply.related());
        } else if (facts instanceof EnhancedFacts enhanced && topic instanceof EnhancedCodeTopic code) {
            String own = Integer.toString(code.code().classDigit());
            for (String digit : enhanced.classes()) {
                if (!digit.equals(own)) {
                    names.add(digit + "." + code.code().topic());
                }
            }
            for (String related : enhanced.related()) {
                names.add(own + "." + related);
            }
        }
        return names;
    }

    private List<List<Inline>> comparisons(Topic topic) {
        List<List<Inline>> items = new ArrayList<>();
        for (SiteMap.Pair pair : map.pairs()) {
            if (pair.has(topic)) {
                String target = links.toComparison(pair.one(), pair.other());
                String text = messages.get(
                        "site.pair", pair.one().name(), pair.other().name());
                items.add(List.of(new Link(text, target == null ? "" : target)));
            }
        }
        return items;
    }
}
