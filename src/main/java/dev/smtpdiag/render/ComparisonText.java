package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.Comparison.Side;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import java.util.ArrayList;
import java.util.List;

/** A comparison of codes as text: side by side where there is room, else one under the other. */
public final class ComparisonText {

    private static final int INDENT = 2;
    private static final int NARROWEST_COLUMN = 48;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final Theme theme;
    private final int width;
    private final ArticleWords words;

    public ComparisonText(KnowledgeBase knowledge, Messages messages, Theme theme, int width) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.theme = theme;
        this.width = width;
        this.words = new ArticleWords(knowledge, messages);
    }

    /** The whole comparison. */
    public String of(Comparison comparison) {
        ArticleBlock block = new ArticleBlock(theme, width);
        ComparisonOpening opening = new ComparisonOpening(messages, words);
        block.heading(0, opening.title(comparison));
        block.blank();
        block.paragraph(0, opening.paragraph(comparison));
        boolean noted = notes(comparison, block);
        descriptions(comparison, block);
        if (!noted || comparison.sides().size() > 2) {
            apart(comparison, block);
        }
        differences(comparison, block);
        new ComparisonAdvice(knowledge, messages, words).write(comparison, block);
        return block.text();
    }

    /** What was written by hand about two codes; whether there was anything. */
    private boolean notes(Comparison comparison, ArticleBlock block) {
        boolean any = false;
        List<Side> sides = comparison.sides();
        for (int i = 0; i < sides.size(); i++) {
            for (Side other : sides.subList(i + 1, sides.size())) {
                Article note = knowledge.pair(sides.get(i).topic(), other.topic());
                if (note != null) {
                    block.blank();
                    block.heading(0, messages.get("compare.heading.note", note.title()));
                    for (String paragraph : note.summary()) {
                        block.paragraph(INDENT, paragraph);
                    }
                    any = true;
                }
            }
        }
        return any;
    }

    private void descriptions(Comparison comparison, ArticleBlock block) {
        int count = comparison.sides().size();
        int column = (width - (count - 1) * ComparisonColumns.GAP) / count;
        boolean abreast = column >= NARROWEST_COLUMN;
        List<List<ArticleBlock>> parts = new ArrayList<>();
        for (Side side : comparison.sides()) {
            parts.add(parts(side, abreast ? column : width));
        }
        if (abreast) {
            new ComparisonColumns(theme, column).write(parts, block);
            return;
        }
        for (List<ArticleBlock> side : parts) {
            for (ArticleBlock part : side) {
                block.blank();
                block.addAll(part);
            }
        }
    }

    /** What it means, when it is seen, how to fix it. */
    private List<ArticleBlock> parts(Side side, int columns) {
        ArticleText articles = new ArticleText(knowledge, messages, theme, columns);
        ArticleBlock meaning = new ArticleBlock(theme, columns);
        articles.headline(side.topic(), side.article(), side.facts(), meaning);
        ArticleBlock when = new ArticleBlock(theme, columns);
        articles.section(side.article(), Heading.WHEN, messages.get("article.heading.when"), when);
        ArticleBlock fix = new ArticleBlock(theme, columns);
        articles.fixes(side.topic(), side.article(), side.facts(), fix);
        if (fix.isEmpty()) {
            fix.heading(0, messages.get("article.heading.fix"));
            fix.paragraph(INDENT, messages.get("compare.fix.none"));
        }
        return List.of(meaning, when, fix);
    }

    /** Hand-written words of one article about the other code. */
    private void apart(Comparison comparison, ArticleBlock block) {
        ArticleBlock notes = new ArticleBlock(theme, width);
        int label = labelWidth(comparison);
        for (Side about : comparison.sides()) {
            String note = note(comparison, about);
            if (!note.isEmpty()) {
                notes.item(INDENT, about.topic().name(), label, note);
            }
        }
        if (!notes.isEmpty()) {
            block.blank();
            block.heading(0, messages.get("compare.heading.apart"));
            block.addAll(notes);
        }
    }

    static String note(Comparison comparison, Side about) {
        String prefix = about.topic().name() + ": ";
        for (Side side : comparison.sides()) {
            Section section = side.article().section(Heading.CONFUSED_WITH);
            if (section == null) {
                continue;
            }
            for (String item : section.items()) {
                if (item.startsWith(prefix)) {
                    return item.substring(prefix.length());
                }
            }
        }
        return "";
    }

    private void differences(Comparison comparison, ArticleBlock block) {
        block.blank();
        block.heading(0, messages.get("compare.heading.differences"));
        List<String> sentences = new ComparisonDifferences(messages, words).sentences(comparison);
        if (sentences.isEmpty()) {
            block.paragraph(INDENT, messages.get("compare.differences.none"));
        }
        int label = sentences.size() > 9 ? 4 : 3;
        for (int i = 0; i < sentences.size(); i++) {
            block.item(INDENT, i + 1 + ".", label, sentences.get(i));
        }
    }

    static int labelWidth(Comparison comparison) {
        int label = 0;
        for (Side side : comparison.sides()) {
            label = Math.max(label, side.topic().name().length());
        }
        return label + 2;
    }
}
