package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.Example;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article about a code as blocks of a page: the parts that {@link ArticleText} has, in the same order and words. */
final class PageArticle {

    private static final List<String> CODES = List.of("enhanced", "basic");

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleWords words;

    PageArticle(KnowledgeBase knowledge, Messages messages, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = words;
    }

    /**
     * @param level of its title
     */
    void write(Topic topic, int level, PageParts parts) {
        Article article = knowledge.article(topic);
        Facts facts = knowledge.facts(topic);
        if (article == null || facts == null) {
            new PageDigits(knowledge, messages, words).write(topic, level, parts);
            return;
        }
        headline(topic, article, facts, level, parts);
        int below = level + 1;
        parts.section(below, article, Heading.WHEN, messages.get("article.heading.when"));
        parts.section(below, article, Heading.CAUSES, words.heading("article.heading.causes", topic, facts));
        fixes(topic, article, facts, below, parts);
        parts.section(below, article, Heading.NEXT, messages.get("article.heading.next"));
        parts.section(below, article, Heading.CONFUSED_WITH, messages.get("article.heading.confused"));
        facts(topic, facts, below, parts);
    }

    /** Title, facts in short, and summary. */
    void headline(Topic topic, Article article, Facts facts, int level, PageParts parts) {
        parts.title(level, article, "code-" + topic.name(), topic.name() + " " + article.title());
        parts.byline(words.inShort(topic, facts, Theme.PLAIN.dot()));
        if (facts instanceof EnhancedFacts enhanced && !enhanced.fitsClass()) {
            parts.paragraph(messages.get("article.class.unfit", topic.name(), words.any(enhanced.classes())));
        }
        parts.summary(article);
    }

    /** How to fix it, apart for each who can; whether there is anything to fix. */
    boolean fixes(Topic topic, Article article, Facts facts, int level, PageParts parts) {
        boolean headed = false;
        for (Heading part : List.of(Heading.FIX_SENDER, Heading.FIX_OPERATOR, Heading.FIX_NOBODY)) {
            Section section = article.section(part);
            if (section == null) {
                continue;
            }
            if (!headed) {
                parts.heading(level, "fix", words.heading("article.heading.fix", topic, facts));
                headed = true;
            }
            parts.section(level + 1, article, part, messages.get("article.heading." + Facts.id(part)));
        }
        return headed;
    }

    private void facts(Topic topic, Facts facts, int level, PageParts parts) {
        String heading = messages.get("article.heading.facts");
        parts.heading(level, "facts", heading);
        ArticleFacts collected = new ArticleFacts(messages, words);
        collected.collect(topic, facts);
        List<Fact> rows = new ArrayList<>();
        for (int i = 0; i < collected.ids().size(); i++) {
            String id = collected.ids().get(i);
            String text = collected.texts().get(i);
            rows.add(Fact.of(Inline.text(collected.labels().get(i)), text(id, text, parts)));
        }
        Fact examples = examples(knowledge.examples(topic));
        if (examples != null) {
            rows.add(examples);
        }
        parts.add(new Block.Facts(heading, rows));
    }

    private static List<Inline> text(String id, String text, PageParts parts) {
        if (id.equals("references")) {
            return Prose.citations(text);
        }
        boolean codes = CODES.contains(id) && Character.isDigit(text.charAt(0));
        return codes ? parts.codes(text) : Prose.of(text);
    }

    private @Nullable Fact examples(List<Example> examples) {
        List<Block> content = new ArrayList<>();
        for (Example example : ArticleFacts.shown(examples)) {
            content.addAll(PageParts.example(example, messages));
        }
        return content.isEmpty() ? null : new Fact(Inline.text(messages.get("article.fact.examples")), content);
    }
}
