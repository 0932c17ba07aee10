package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;

/** One line for what was found in a text. */
public final class ArticleBrief {

    private static final int COLUMN = 10;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final Theme theme;

    public ArticleBrief(KnowledgeBase knowledge, Messages messages, Theme theme) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.theme = theme;
    }

    /** The line with its line end; empty when nothing was found. */
    public String of(InputMatch match) {
        if (match instanceof Port port) {
            return line(Integer.toString(port.number()), messages.get("explain.port.title", port.number()) + ".");
        }
        if (match instanceof Announced announced) {
            return service(announced.topic());
        }
        if (match instanceof Mechanism mechanism) {
            return service(mechanism.topic());
        }
        return match instanceof Codes codes ? codes(codes) : "";
    }

    /** The line about a message without a code. */
    public String of(ProviderMatch provider) {
        return line("-", sentence(provider));
    }

    private String codes(Codes codes) {
        ProviderMatch provider = knowledge.provider(codes);
        if (provider != null) {
            return line(codes.names(), sentence(provider));
        }
        ReplyCodeTopic reply = codes.reply();
        EnhancedCodeTopic enhanced = codes.enhanced();
        if (enhanced == null) {
            return reply == null ? "" : line(reply.name(), sentence(reply));
        }
        if (reply == null) {
            return line(enhanced.name(), sentence(enhanced));
        }
        boolean specific = enhanced.isSpecific() && knowledge.article(enhanced) != null;
        return line(reply.name() + " " + enhanced.name(), specific ? sentence(enhanced) : sentence(reply));
    }

    private String sentence(ProviderMatch provider) {
        Article article = knowledge.article(provider.row());
        return messages.get("explain.provider.title", article.title(), article.firstSentence());
    }

    private String sentence(ReplyCodeTopic topic) {
        Article article = knowledge.article(topic);
        return (article == null ? knowledge.replyClass(topic.classDigit()) : article).firstSentence();
    }

    private String sentence(EnhancedCodeTopic topic) {
        Article article = knowledge.article(topic);
        return (article == null ? knowledge.enhancedClass(topic.code().classDigit()) : article).firstSentence();
    }

    private String service(Topic topic) {
        Article article = knowledge.article(topic);
        return article == null ? "" : line(topic.name(), article.firstSentence());
    }

    private String line(String name, String sentence) {
        return theme.strong(TextWidth.pad(name, COLUMN)) + " " + ArticleParagraph.oneLine(sentence, theme) + "\n";
    }
}
