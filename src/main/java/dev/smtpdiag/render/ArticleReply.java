package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;

/** A whole reply: which part was recognised, what its provider means by it, the more specific code in full, the other in a line. */
final class ArticleReply {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleText articles;
    private final ArticleWords words;

    ArticleReply(KnowledgeBase knowledge, Messages messages, ArticleText articles, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.articles = articles;
        this.words = words;
    }

    void write(Codes codes, ArticleBlock block) {
        if (!codes.bare()) {
            String label = messages.get("explain.matched");
            block.verbatim(0, label, TextWidth.of(label) + 1, codes.matched());
            block.blank();
        }
        ProviderMatch provider = knowledge.provider(codes);
        if (provider != null) {
            new ArticleProvider(knowledge, messages, words).write(provider, block);
            block.section(messages.get("explain.provider.general", codes.names()));
            block.blank();
        }
        ReplyCodeTopic reply = codes.reply();
        EnhancedCodeTopic enhanced = codes.enhanced();
        if (codes.isContradiction() && reply != null && enhanced != null) {
            contradiction(reply, enhanced, block);
        }
        if (enhanced == null || reply == null) {
            Topic only = enhanced != null ? enhanced : reply;
            if (only != null) {
                articles.write(only, block);
            }
            return;
        }
        boolean refined = enhanced.isSpecific() && knowledge.facts(enhanced) != null && !codes.isContradiction();
        boolean enhancedFirst = refined || knowledge.facts(reply) == null;
        articles.write(enhancedFirst ? enhanced : reply, block);
        block.blank();
        pointer(enhancedFirst ? reply : enhanced, block);
    }

    private void contradiction(ReplyCodeTopic reply, EnhancedCodeTopic enhanced, ArticleBlock block) {
        block.paragraph(
                0,
                messages.get(
                        "explain.contradiction",
                        reply.name(),
                        messages.get("explain.says." + reply.classDigit()),
                        enhanced.name(),
                        messages.get("explain.says." + enhanced.code().classDigit())));
        block.blank();
    }

    /** The other code in a few lines, and how to read all about it. */
    private void pointer(Topic topic, ArticleBlock block) {
        Article article = knowledge.article(topic);
        if (article == null) {
            articles.write(topic, block);
            return;
        }
        block.headline(topic.name() + " " + article.title(), "");
        block.paragraph(0, messages.get("explain.pointer", article.firstSentence(), topic.name()));
    }
}
