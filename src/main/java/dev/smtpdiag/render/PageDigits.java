package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Example;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderReply;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ArticleDigits.Digit;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Block.Literal;
import dev.smtpdiag.render.page.Block.Paragraph;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a code that no table has, as blocks of a page: what {@link ArticleDigits} says. */
final class PageDigits {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleDigits digits;
    private final ArticleWords words;

    PageDigits(KnowledgeBase knowledge, Messages messages, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = words;
        this.digits = new ArticleDigits(knowledge, messages, words);
    }

    void write(Topic topic, int level, PageParts parts) {
        parts.heading(level, "code-" + topic.name(), messages.get("article.digits.title", topic.name()));
        parts.byline(messages.get("article.duration." + ArticleWords.classDigit(topic)));
        List<Example> examples = knowledge.examples(topic);
        parts.paragraph(messages.get(digits.honest(topic, examples), topic.name()));
        String heading = messages.get("article.digits.heading");
        parts.heading(level + 1, "digits", heading);
        List<Fact> rows = new ArrayList<>();
        for (Digit digit : digits.digits(topic)) {
            rows.add(parts.fact(digit.pattern(), digit.text()));
        }
        parts.add(new Block.Facts(heading, rows));
        next(words.classArticle(topic), level + 1, parts);
        boolean told = topic instanceof EnhancedCodeTopic enhanced && providers(enhanced, level + 1, parts);
        if (!told && !examples.isEmpty()) {
            parts.heading(level + 1, "seen", messages.get("article.digits.seen"));
            for (Example example : examples) {
                PageParts.example(example, messages).forEach(parts::add);
            }
        }
        String dotted = digits.dotted(topic);
        if (!dotted.isEmpty()) {
            parts.paragraph(dotted);
        }
    }

    private void next(@Nullable Article group, int level, PageParts parts) {
        Section next = group == null ? null : group.section(Heading.NEXT);
        if (group != null && next != null) {
            String heading = messages.get("article.heading.next");
            parts.heading(level, "next", heading);
            parts.items(group, next, heading);
        }
    }

    /** What providers mean by the code; whether there are any. */
    private boolean providers(EnhancedCodeTopic topic, int level, PageParts parts) {
        List<ProviderReply> rows = knowledge.providers(topic.code());
        if (!rows.isEmpty()) {
            parts.heading(level, "providers", messages.get("explain.provider.rows"));
            for (ProviderReply row : rows) {
                Article article = knowledge.article(row);
                parts.add(
                        article,
                        new Paragraph(Prose.of(
                                messages.get("explain.provider.title", article.title(), article.firstSentence()))));
                parts.add(new Literal(List.of(row.example().split(" / "))));
            }
        }
        return !rows.isEmpty();
    }
}
