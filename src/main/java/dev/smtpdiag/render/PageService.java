package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.kb.Reference;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.MechanismTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ServiceParameters.Row;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Code;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An extension or a login mechanism as blocks of a page: the parts that {@link ServiceText} has. */
final class PageService {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ServiceFacts facts;

    PageService(KnowledgeBase knowledge, Messages services, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = services;
        this.facts = new ServiceFacts(services, words);
    }

    void write(Announced announced, int level, PageParts parts) {
        ExtensionFacts row = required(knowledge.extension(announced.topic().keyword()), announced.topic());
        String origin = messages.get("service.origin." + Facts.id(row.origin()));
        Article article = head(announced.topic(), row.references(), origin, level, parts);
        says(announced, row, level + 1, parts);
        body(article, "service.heading.extension.", level + 1, parts);
        facts(facts.rows(row), level + 1, parts);
    }

    void write(MechanismTopic topic, int level, PageParts parts) {
        MechanismFacts row = required(knowledge.mechanism(topic.name()), topic);
        String usage = messages.get("service.usage.short." + Facts.id(row.usage()));
        Article article = head(topic, row.references(), usage, level, parts);
        body(article, "service.heading.mechanism.", level + 1, parts);
        facts(facts.rows(row), level + 1, parts);
    }

    private static <T> T required(@Nullable T facts, Topic topic) {
        if (facts == null) {
            throw new IllegalArgumentException("nothing is known about " + topic.name());
        }
        return facts;
    }

    private Article head(Topic topic, List<Reference> references, String state, int level, PageParts parts) {
        Article article = required(knowledge.article(topic), topic);
        parts.title(
                level,
                article,
                "service-" + topic.name(),
                messages.get("service.title", topic.name(), article.title()));
        String cited = references.isEmpty() ? "" : references.get(0).documentName() + Theme.PLAIN.dot();
        parts.byline(cited + state);
        parts.summary(article);
        return article;
    }

    private void says(Announced announced, ExtensionFacts row, int level, PageParts parts) {
        ServiceSays says = new ServiceSays(knowledge, messages);
        List<Fact> rows = new ArrayList<>();
        for (Row said : says.rows(announced, row)) {
            List<Inline> label = said.word().isEmpty() ? List.of() : List.of(new Code(said.word()));
            rows.add(Fact.of(label, Prose.of(said.text())));
        }
        if (rows.isEmpty()) {
            return;
        }
        String heading = messages.get("service.heading.says");
        parts.heading(level, "says", heading);
        parts.add(new Block.Facts(heading, rows));
        String advice = says.advice(announced, row);
        if (!advice.isEmpty()) {
            parts.paragraph(advice);
        }
    }

    private void body(Article article, String prefix, int level, PageParts parts) {
        for (Section section : article.sections()) {
            parts.section(level, article, section.heading(), messages.get(prefix + Facts.id(section.heading())));
        }
    }

    private void facts(List<Row> rows, int level, PageParts parts) {
        String heading = messages.get("service.heading.facts");
        parts.heading(level, "facts", heading);
        List<Fact> labelled = new ArrayList<>();
        for (Row row : rows) {
            labelled.add(Fact.of(Inline.text(row.word()), Prose.citations(row.text())));
        }
        parts.add(new Block.Facts(heading, labelled));
    }
}
