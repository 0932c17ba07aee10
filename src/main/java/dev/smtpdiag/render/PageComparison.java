package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.Comparison.Side;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.page.Block;
import dev.smtpdiag.render.page.Block.Columns;
import dev.smtpdiag.render.page.Block.Fact;
import dev.smtpdiag.render.page.Block.ItemList;
import dev.smtpdiag.render.page.Inline;
import dev.smtpdiag.render.page.Inline.Code;
import dev.smtpdiag.render.page.Inline.Link;
import dev.smtpdiag.render.page.Page;
import dev.smtpdiag.render.page.Prose;
import java.util.ArrayList;
import java.util.List;

/** A comparison of codes as a page: the parts that {@link ComparisonText} has, in the same order and words. */
public final class PageComparison {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleWords words;

    /**
     * @param messages those of articles
     */
    public PageComparison(KnowledgeBase knowledge, Messages messages) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = new ArticleWords(knowledge, messages);
    }

    public Page of(Comparison comparison, TopicLinks links) {
        String language = knowledge.language().tag();
        PageParts parts = new PageParts(language, links);
        ComparisonOpening opening = new ComparisonOpening(messages, words);
        String title = opening.title(comparison);
        String paragraph = opening.paragraph(comparison);
        parts.heading(1, "comparison", title);
        parts.paragraph(paragraph);
        boolean noted = notes(comparison, parts);
        descriptions(comparison, parts);
        if (!noted || comparison.sides().size() > 2) {
            apart(comparison, parts);
        }
        differences(comparison, parts);
        advice(comparison, parts);
        return new Page(language, title, paragraph, parts.blocks());
    }

    /** What was written by hand about two codes; whether there was anything. */
    private boolean notes(Comparison comparison, PageParts parts) {
        boolean any = false;
        for (Article note : notes(comparison, knowledge)) {
            parts.title(2, note, "note", messages.get("compare.heading.note", note.title()));
            parts.summary(note);
            any = true;
        }
        return any;
    }

    static List<Article> notes(Comparison comparison, KnowledgeBase knowledge) {
        List<Article> notes = new ArrayList<>();
        List<Side> sides = comparison.sides();
        for (int i = 0; i < sides.size(); i++) {
            for (Side other : sides.subList(i + 1, sides.size())) {
                Article note = knowledge.pair(sides.get(i).topic(), other.topic());
                if (note != null) {
                    notes.add(note);
                }
            }
        }
        return notes;
    }

    private void descriptions(Comparison comparison, PageParts parts) {
        PageArticle articles = new PageArticle(knowledge, messages, words);
        List<List<Block>> columns = new ArrayList<>();
        for (Side side : comparison.sides()) {
            PageParts column = parts.another();
            Article article = side.article();
            articles.headline(side.topic(), article, side.facts(), 2, column);
            column.section(3, article, Heading.WHEN, messages.get("article.heading.when"));
            if (!articles.fixes(side.topic(), article, side.facts(), 3, column)) {
                column.heading(3, "fix", messages.get("article.heading.fix"));
                column.paragraph(messages.get("compare.fix.none"));
            }
            columns.add(column.blocks());
        }
        parts.add(new Columns(columns));
    }

    /** Hand-written words of one article about the other code. */
    private void apart(Comparison comparison, PageParts parts) {
        List<Fact> rows = new ArrayList<>();
        for (Side about : comparison.sides()) {
            String note = ComparisonText.note(comparison, about);
            if (!note.isEmpty()) {
                rows.add(parts.fact(about.topic().name(), note));
            }
        }
        if (!rows.isEmpty()) {
            String heading = messages.get("compare.heading.apart");
            parts.heading(2, "apart", heading);
            parts.add(new Block.Facts(heading, rows));
        }
    }

    private void differences(Comparison comparison, PageParts parts) {
        parts.heading(2, "differences", messages.get("compare.heading.differences"));
        List<List<Inline>> items = new ArrayList<>();
        for (String sentence : new ComparisonDifferences(messages, words).sentences(comparison)) {
            items.add(Prose.of(sentence));
        }
        if (items.isEmpty()) {
            parts.paragraph(messages.get("compare.differences.none"));
        } else {
            parts.add(new ItemList(true, items));
        }
    }

    private void advice(Comparison comparison, PageParts parts) {
        ComparisonAdvice advice = new ComparisonAdvice(knowledge, messages, words);
        List<Fact> receiver = new ArrayList<>();
        List<Fact> author = new ArrayList<>();
        for (Side side : comparison.sides()) {
            receiver.add(parts.fact(side.topic().name(), advice.receiver(side)));
            author.add(parts.fact(side.topic().name(), advice.author(side)));
        }
        parts.heading(2, "which", messages.get("compare.heading.which"));
        advice("receiver", receiver, parts);
        advice("author", author, parts);
        parts.heading(2, "more", messages.get("compare.heading.more"));
        List<List<Inline>> more = new ArrayList<>();
        for (String document : advice.documents(comparison)) {
            more.add(Prose.citations(document));
        }
        for (List<String> pair : advice.relatedPairs(comparison)) {
            more.add(List.of(related(pair.get(0), pair.get(1), parts)));
        }
        parts.add(new ItemList(false, more));
    }

    private void advice(String id, List<Fact> rows, PageParts parts) {
        String heading = messages.get("compare.heading." + id);
        parts.heading(3, id, heading);
        parts.add(new Block.Facts(heading, rows));
    }

    /** Another comparison, as a command where it has no page. */
    private static Inline related(String one, String other, PageParts parts) {
        Topic first = TopicNames.code(one);
        Topic second = TopicNames.code(other);
        String target = first == null || second == null ? null : parts.links().toComparison(first, second);
        String command = ComparisonAdvice.command(one, other);
        return target == null ? new Code(command) : new Link(one + " / " + other, target);
    }
}
