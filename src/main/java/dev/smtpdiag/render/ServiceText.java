package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.kb.Reference;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ServiceParameters.Row;
import java.util.List;

/** An extension or a login mechanism as text: what it is, what the line of the input says, how to use it. */
public final class ServiceText {

    private static final int INDENT = 2;

    private final KnowledgeBase knowledge;
    private final Messages articles;
    private final Messages messages;
    private final Theme theme;
    private final int width;
    private final ArticleWords words;

    public ServiceText(KnowledgeBase knowledge, Messages articles, Messages services, Theme theme, int width) {
        this.knowledge = knowledge;
        this.articles = articles;
        this.messages = services;
        this.theme = theme;
        this.width = width;
        this.words = new ArticleWords(knowledge, articles);
    }

    /** The article about an extension, with what the announcement says. */
    public String of(Announced announced) {
        ExtensionFacts facts = knowledge.extension(announced.topic().keyword());
        if (facts == null) {
            throw new IllegalArgumentException(
                    "no facts about " + announced.topic().name());
        }
        ArticleBlock block = new ArticleBlock(theme, width);
        if (!announced.bare()) {
            String label = messages.get("service.matched");
            block.verbatim(0, label, TextWidth.of(label) + 1, announced.matched());
            block.blank();
        }
        String origin = messages.get("service.origin." + Facts.id(facts.origin()));
        Article article = head(announced.topic(), facts.references(), origin, block);
        says(announced, facts, block);
        body(article, "service.heading.extension.", block);
        flush(new ServiceFacts(messages, words).rows(facts), block);
        return block.text();
    }

    /** The article about a login mechanism. */
    public String of(Mechanism mechanism) {
        MechanismFacts facts = knowledge.mechanism(mechanism.topic().name());
        if (facts == null) {
            throw new IllegalArgumentException(
                    "no facts about " + mechanism.topic().name());
        }
        ArticleBlock block = new ArticleBlock(theme, width);
        String usage = messages.get("service.usage.short." + Facts.id(facts.usage()));
        Article article = head(mechanism.topic(), facts.references(), usage, block);
        body(article, "service.heading.mechanism.", block);
        flush(new ServiceFacts(messages, words).rows(facts), block);
        return block.text();
    }

    private Article head(Topic topic, List<Reference> references, String state, ArticleBlock block) {
        Article article = knowledge.article(topic);
        if (article == null) {
            throw new IllegalArgumentException("no words about " + topic.name());
        }
        String cited = references.isEmpty() ? "" : references.get(0).documentName() + theme.dot();
        block.headline(messages.get("service.title", topic.name(), article.title()), cited + state);
        ArticleText.remark(article, articles, block);
        for (String paragraph : article.summary()) {
            block.blank();
            block.paragraph(0, paragraph);
        }
        return article;
    }

    private void says(Announced announced, ExtensionFacts facts, ArticleBlock block) {
        ServiceSays says = new ServiceSays(knowledge, messages);
        List<Row> rows = says.rows(announced, facts);
        if (rows.isEmpty()) {
            return;
        }
        block.section(messages.get("service.heading.says"));
        rows(rows, block);
        String advice = says.advice(announced, facts);
        if (!advice.isEmpty()) {
            block.blank();
            block.paragraph(INDENT, advice);
        }
    }

    private void rows(List<Row> rows, ArticleBlock block) {
        int labelWidth = 0;
        for (Row row : rows) {
            labelWidth = Math.max(labelWidth, TextWidth.of(row.word()));
        }
        // A long word, such as an address, stands above what is said of it.
        boolean beside = labelWidth <= width / 3;
        for (Row row : rows) {
            if (beside) {
                block.item(INDENT, row.word(), labelWidth == 0 ? 0 : labelWidth + 2, row.text());
            } else {
                block.verbatim(INDENT, "", 0, row.word());
                block.paragraph(INDENT + INDENT, row.text());
            }
        }
    }

    private void body(Article article, String prefix, ArticleBlock block) {
        for (Section section : article.sections()) {
            Heading heading = section.heading();
            block.section(messages.get(prefix + Facts.id(heading)));
            ArticleText.items(section, INDENT, block);
        }
    }

    private void flush(List<Row> rows, ArticleBlock block) {
        block.section(messages.get("service.heading.facts"));
        rows(rows, block);
    }
}
