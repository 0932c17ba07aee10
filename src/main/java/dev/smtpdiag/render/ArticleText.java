package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Article.Style;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import java.util.List;

/** An article of the knowledge base as text. */
public final class ArticleText {

    private static final int INDENT = 2;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final Theme theme;
    private final int width;
    private final ArticleWords words;

    public ArticleText(KnowledgeBase knowledge, Messages messages, Theme theme, int width) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.theme = theme;
        this.width = width;
        this.words = new ArticleWords(knowledge, messages);
    }

    /** The articles about what was found in a text, the more specific one first. */
    public String of(Codes codes) {
        ArticleBlock block = new ArticleBlock(theme, width);
        new ArticleReply(knowledge, messages, this, words).write(codes, block);
        return block.text();
    }

    /** What a provider or a program means by a message that has no code. */
    public String of(ProviderMatch provider) {
        ArticleBlock block = new ArticleBlock(theme, width);
        new ArticleProvider(knowledge, messages, words).write(provider, block);
        return block.text();
    }

    /** The article about a code. */
    public String of(Topic topic) {
        ArticleBlock block = new ArticleBlock(theme, width);
        write(topic, block);
        return block.text();
    }

    /** What a number that looks like a code is as a port. */
    public String of(Port port) {
        ArticleBlock block = new ArticleBlock(theme, width);
        String key = "explain.port." + port.number();
        block.headline(messages.get("explain.port.title", port.number()), "");
        block.blank();
        block.paragraph(0, messages.get(key));
        ReplyCodeTopic topic = new ReplyCodeTopic(port.number());
        if (knowledge.replyFacts(port.number()) != null) {
            block.blank();
            block.paragraph(0, messages.get("explain.port.code", port.number()));
            block.blank();
            write(topic, block);
        }
        return block.text();
    }

    /** Between two articles. */
    public String rule() {
        return "\n" + theme.faint((theme.unicode() ? "─" : "-").repeat(width)) + "\n\n";
    }

    void write(Topic topic, ArticleBlock block) {
        Article article = knowledge.article(topic);
        Facts facts = knowledge.facts(topic);
        if (article == null || facts == null) {
            new ArticleDigits(knowledge, messages, words).write(topic, block);
            return;
        }
        headline(topic, article, facts, block);
        section(article, Heading.WHEN, messages.get("article.heading.when"), block);
        section(article, Heading.CAUSES, words.heading("article.heading.causes", topic, facts), block);
        fixes(topic, article, facts, block);
        section(article, Heading.NEXT, messages.get("article.heading.next"), block);
        section(article, Heading.CONFUSED_WITH, messages.get("article.heading.confused"), block);
        block.section(messages.get("article.heading.facts"));
        new ArticleFacts(messages, words).write(topic, facts, knowledge.examples(topic), block);
    }

    /** Title, facts in short, and summary. */
    void headline(Topic topic, Article article, Facts facts, ArticleBlock block) {
        block.headline(topic.name() + " " + article.title(), words.inShort(topic, facts, theme.dot()));
        if (facts instanceof EnhancedFacts enhanced && !enhanced.fitsClass()) {
            String classes = words.any(enhanced.classes());
            block.blank();
            block.paragraph(0, messages.get("article.class.unfit", topic.name(), classes));
        }
        remark(article, messages, block);
        for (String paragraph : article.summary()) {
            block.blank();
            block.paragraph(0, paragraph);
        }
    }

    /** Says so when the words are not in the language that was asked for. */
    static void remark(Article article, Messages messages, ArticleBlock block) {
        if (article.isStandIn(messages.language())) {
            block.blank();
            block.paragraph(0, messages.get("article.only-english"));
        }
    }

    /** How to fix it, apart for each who can; nothing where there is nothing to fix. */
    void fixes(Topic topic, Article article, Facts facts, ArticleBlock block) {
        boolean headed = false;
        for (Heading part : List.of(Heading.FIX_SENDER, Heading.FIX_OPERATOR, Heading.FIX_NOBODY)) {
            Section section = article.section(part);
            if (section == null) {
                continue;
            }
            if (!headed) {
                block.section(words.heading("article.heading.fix", topic, facts));
                headed = true;
            }
            block.heading(INDENT, messages.get("article.heading." + Facts.id(part)));
            items(section, INDENT + INDENT, block);
        }
    }

    void section(Article article, Heading which, String heading, ArticleBlock block) {
        Section section = article.section(which);
        if (section == null) {
            return;
        }
        block.section(heading);
        items(section, INDENT, block);
    }

    /** The items of a section under a heading that stands already. */
    static void items(Section section, int indent, ArticleBlock block) {
        if (section.heading() == Heading.CONFUSED_WITH) {
            codes(section.items(), indent, block);
            return;
        }
        boolean numbered = section.style() == Style.NUMBERED;
        int labelWidth = section.items().size() > 9 ? 4 : 3;
        int number = 0;
        for (String item : section.items()) {
            number++;
            if (section.style() == Style.PARAGRAPHS) {
                block.paragraph(indent, item);
            } else {
                block.item(indent, numbered ? number + "." : "-", numbered ? labelWidth : 2, item);
            }
        }
    }

    /** Items that start with a code and a colon, as two columns. */
    private static void codes(List<String> items, int indent, ArticleBlock block) {
        int labelWidth = 0;
        for (String item : items) {
            labelWidth = Math.max(labelWidth, Math.max(0, item.indexOf(": ")));
        }
        for (String item : items) {
            int colon = item.indexOf(": ");
            String code = colon < 0 ? "" : item.substring(0, colon);
            block.item(indent, code, labelWidth + 2, colon < 0 ? item : item.substring(colon + 2));
        }
    }
}
