package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.ExtensionTopic;
import dev.smtpdiag.kb.Topic.MechanismTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Block.Heading;
import dev.smtpdiag.render.page.Block.InLanguage;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Code;
import dev.smtpdiag.render.page.Page;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;

/** What was found in inputs, as one page: an article for each, or the one article alone. */
public final class PageExplanation {

    private final KnowledgeBase knowledge;
    private final Messages services;
    private final Messages reference;
    private final Messages articles;
    private final PageReply replies;
    private final PageArticle codes;
    private final PageService service;

    public PageExplanation(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        this.articles = Messages.ofArticles(knowledge.language());
        this.services = Messages.ofServices(knowledge.language());
        this.reference = Messages.ofReference(knowledge.language());
        ArticleWords words = new ArticleWords(knowledge, articles);
        this.replies = new PageReply(knowledge, articles, words);
        this.codes = new PageArticle(knowledge, articles, words);
        this.service = new PageService(knowledge, services, words);
    }

    /** The page about one topic of the knowledge base. */
    public Page of(Topic topic, TopicLinks links) {
        PageParts parts = new PageParts(knowledge.language().tag(), links);
        if (topic instanceof ExtensionTopic extension) {
            service.write(new Announced(extension, List.of(), extension.keyword(), true), 1, parts);
        } else if (topic instanceof MechanismTopic mechanism) {
            service.write(mechanism, 1, parts);
        } else {
            codes.write(topic, 1, parts);
        }
        Article article = knowledge.article(topic);
        return page(article == null ? "" : article.firstSentence(), parts);
    }

    /** The page about all that is known of what was found. */
    public Page of(List<Explained> found) {
        List<Explained> known = new ArrayList<>();
        for (Explained each : found) {
            if (each.known()) {
                known.add(each);
            }
        }
        PageParts parts = new PageParts(knowledge.language().tag(), TopicLinks.NONE);
        boolean single = known.size() == 1;
        if (!single) {
            parts.heading(1, "explained", reference.get("page.explained", names(known)));
        }
        for (int i = 0; i < known.size(); i++) {
            int end = i;
            while (end < known.size() && known.get(end).brief()) {
                end++;
            }
            if (end > i) {
                brief(known.subList(i, end), parts);
                i = end - 1;
            } else {
                one(known.get(i), single ? 1 : 2, parts);
            }
        }
        return page("", parts);
    }

    private static String names(List<Explained> known) {
        List<String> names = new ArrayList<>();
        for (Explained each : known) {
            names.add(Neutral.text(each.name()));
        }
        return String.join(", ", names);
    }

    private void one(Explained found, int level, PageParts parts) {
        InputMatch match = found.match();
        if (match instanceof Codes reply) {
            if (!reply.bare()) {
                replies.matched(articles.get("explain.matched"), reply.matched(), parts);
            }
            replies.write(reply, level, parts);
        } else if (match instanceof Announced announced) {
            if (!announced.bare()) {
                replies.matched(services.get("service.matched"), announced.matched(), parts);
            }
            service.write(announced, level, parts);
        } else if (match instanceof Mechanism mechanism) {
            service.write(mechanism.topic(), level, parts);
        } else if (match instanceof Port port) {
            replies.write(port, level, parts);
        } else if (found.provider() != null) {
            replies.write(found.provider(), level, parts);
        }
    }

    /** A line for each. */
    private void brief(List<Explained> found, PageParts parts) {
        List<Fact> lines = new ArrayList<>();
        for (Explained each : found) {
            Article article = each.match() instanceof Announced announced ? knowledge.article(announced.topic()) : null;
            if (article != null) {
                lines.add(Fact.of(List.of(new Code(each.name())), Prose.of(article.firstSentence())));
            }
        }
        parts.add(new Block.Facts(reference.get("page.brief"), lines));
    }

    private Page page(String description, PageParts parts) {
        String title = title(parts.blocks());
        String plain = Inline.plain(Prose.of(description));
        return new Page(knowledge.language().tag(), title, plain, parts.blocks());
    }

    private static String title(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                return Inline.plain(heading.text());
            }
            if (block instanceof InLanguage other && !title(other.blocks()).isEmpty()) {
                return title(other.blocks());
            }
        }
        return "";
    }
}
