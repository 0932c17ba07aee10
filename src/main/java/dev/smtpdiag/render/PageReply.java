package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.ProviderReply;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Block.Paragraph;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Code;
import dev.smtpdiag.render.page.Inline.Text;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;

/** A whole reply as blocks of a page, what a provider means by it, and a port: see {@link ArticleReply}. */
final class PageReply {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleWords words;
    private final PageArticle articles;

    PageReply(KnowledgeBase knowledge, Messages messages, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = words;
        this.articles = new PageArticle(knowledge, messages, words);
    }

    void write(Codes codes, int level, PageParts parts) {
        ProviderMatch provider = knowledge.provider(codes);
        int below = level;
        if (provider != null) {
            write(provider, level, parts);
            below = level + 2;
            parts.heading(level + 1, "general", messages.get("explain.provider.general", codes.names()));
        }
        ReplyCodeTopic reply = codes.reply();
        EnhancedCodeTopic enhanced = codes.enhanced();
        if (codes.isContradiction() && reply != null && enhanced != null) {
            parts.paragraph(contradiction(reply, enhanced));
        }
        if (enhanced == null || reply == null) {
            Topic only = enhanced != null ? enhanced : reply;
            if (only != null) {
                articles.write(only, below, parts);
            }
            return;
        }
        boolean refined = enhanced.isSpecific() && knowledge.facts(enhanced) != null && !codes.isContradiction();
        boolean enhancedFirst = refined || knowledge.facts(reply) == null;
        articles.write(enhancedFirst ? enhanced : reply, below, parts);
        pointer(enhancedFirst ? reply : enhanced, Math.max(2, below), parts);
    }

    /** What a provider or a program means. */
    void write(ProviderMatch match, int level, PageParts parts) {
        ProviderReply row = match.row();
        Article article = knowledge.article(row);
        String title = messages.get("explain.provider.title", article.title(), ArticleProvider.cause(row, messages));
        parts.title(level, article, row.id(), title);
        parts.summary(article);
        parts.section(level + 1, article, Heading.DO, messages.get("explain.provider.do"));
        String heading = messages.get("article.heading.facts");
        parts.heading(level + 1, "facts", heading);
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("explain.provider.recognised", List.of(new Code(Neutral.text(match.matched())))));
        facts.add(fact("article.fact.retry", Inline.text(messages.get("article.retry." + Facts.id(row.retry())))));
        facts.add(fact("article.fact.who", Inline.text(words.any(words.actors(row.who())))));
        if (!row.reference().isEmpty()) {
            facts.add(fact("explain.provider.reference", Inline.text(row.reference())));
        }
        parts.add(new Block.Facts(heading, facts));
    }

    /** What a number that looks like a code is as a port. */
    void write(Port port, int level, PageParts parts) {
        int number = port.number();
        parts.heading(level, "port-" + number, messages.get("explain.port.title", number));
        parts.paragraph(messages.get("explain.port." + number));
        if (knowledge.replyFacts(number) != null) {
            parts.paragraph(messages.get("explain.port.code", number));
            articles.write(new ReplyCodeTopic(number), level + 1, parts);
        }
    }

    /** Which part of the input was recognised. */
    void matched(String label, String matched, PageParts parts) {
        parts.add(new Paragraph(List.of(new Text(label + " "), new Code(Neutral.text(matched)))));
    }

    private Fact fact(String label, List<Inline> text) {
        return Fact.of(Inline.text(messages.get(label)), text);
    }

    private String contradiction(ReplyCodeTopic reply, EnhancedCodeTopic enhanced) {
        return messages.get(
                "explain.contradiction",
                reply.name(),
                messages.get("explain.says." + reply.classDigit()),
                enhanced.name(),
                messages.get("explain.says." + enhanced.code().classDigit()));
    }

    /** The other code in a few lines, and how to read all about it. */
    private void pointer(Topic topic, int level, PageParts parts) {
        Article article = knowledge.article(topic);
        if (article == null) {
            articles.write(topic, level, parts);
            return;
        }
        parts.title(level, article, "code-" + topic.name(), topic.name() + " " + article.title());
        String text = messages.get("explain.pointer", article.firstSentence(), topic.name());
        parts.add(article, new Paragraph(Prose.of(text)));
    }
}
