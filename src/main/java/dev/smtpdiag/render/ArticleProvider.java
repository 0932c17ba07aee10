package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.ProviderReply;
import dev.smtpdiag.language.Messages;

/** What a provider or product means by a reply: its name and the cause, a sentence or two, what to do. */
final class ArticleProvider {

    private static final int INDENT = 2;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleWords words;

    ArticleProvider(KnowledgeBase knowledge, Messages messages, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = words;
    }

    void write(ProviderMatch match, ArticleBlock block) {
        ProviderReply row = match.row();
        Article article = knowledge.article(row);
        block.headline(messages.get("explain.provider.title", article.title(), cause(row, messages)), "");
        block.blank();
        for (String paragraph : article.summary()) {
            block.paragraph(0, paragraph);
        }
        Section remedies = article.section(Heading.DO);
        if (remedies != null) {
            block.section(messages.get("explain.provider.do"));
            ArticleText.items(remedies, INDENT, block);
        }
        block.section(messages.get("article.heading.facts"));
        facts(match, block);
    }

    private void facts(ProviderMatch match, ArticleBlock block) {
        ProviderReply row = match.row();
        String recognised = messages.get("explain.provider.recognised");
        int labelWidth = TextWidth.of(recognised) + 2;
        block.verbatim(INDENT, recognised, labelWidth, match.matched());
        String retry = messages.get("article.retry." + Facts.id(row.retry()));
        block.item(INDENT, messages.get("article.fact.retry"), labelWidth, retry);
        block.item(INDENT, messages.get("article.fact.who"), labelWidth, words.any(words.actors(row.who())));
        if (!row.reference().isEmpty()) {
            block.item(INDENT, messages.get("explain.provider.reference"), labelWidth, row.reference());
        }
    }

    /** A reply of the provider in short: what it means, and what it looks like. */
    static void entry(ProviderReply row, Article article, Messages messages, ArticleBlock block) {
        block.item(INDENT, "-", 2, messages.get("explain.provider.title", article.title(), article.firstSentence()));
        // Not in back-ticks: a reply may hold some itself.
        block.item(INDENT + 2, "", 0, row.example().replace('`', '\''));
    }

    static String cause(ProviderReply row, Messages messages) {
        return messages.get("explain.cause." + Facts.id(row.cause()));
    }
}
