package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.Comparison.Side;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.language.Messages;
import java.util.ArrayList;
import java.util.List;

/** Title and first paragraph of a comparison: how the classes of the codes relate, in the words of their RFCs. */
final class ComparisonOpening {

    private final Messages messages;
    private final ArticleWords words;

    ComparisonOpening(Messages messages, ArticleWords words) {
        this.messages = messages;
        this.words = words;
    }

    /** {@code SMTP 220 Service ready vs 535 Login refused}. */
    String title(Comparison comparison) {
        List<String> names = new ArrayList<>();
        for (Side side : comparison.sides()) {
            names.add(side.topic().name() + " " + side.article().title());
        }
        String versus = " " + messages.get("compare.versus") + " ";
        return messages.get("compare.title", String.join(versus, names));
    }

    String paragraph(Comparison comparison) {
        StringBuilder text = new StringBuilder(classes(comparison));
        for (Side side : distinctClasses(comparison)) {
            Article group = words.classArticle(side.topic());
            if (group != null) {
                boolean one = distinctClasses(comparison).size() == 1;
                String sentence = group.firstSentence();
                String pattern = words.classPattern(side.topic());
                text.append(' ').append(one ? sentence : messages.get("compare.class.means", pattern, sentence));
            }
        }
        List<String> titles = new ArrayList<>();
        for (Side side : comparison.sides()) {
            titles.add(messages.get(
                    "compare.says", side.topic().name(), side.article().title()));
        }
        text.append(' ').append(messages.get("compare.short", contrast(titles)));
        return text.append(together(comparison)).toString();
    }

    private String classes(Comparison comparison) {
        if (distinctClasses(comparison).size() == 1) {
            List<String> names = new ArrayList<>();
            for (Side side : comparison.sides()) {
                names.add(side.topic().name());
            }
            String number = names.size() == 2 ? "both" : "all";
            Side first = comparison.sides().get(0);
            return classSentence("compare.class." + number, words.all(names), first);
        }
        List<String> clauses = new ArrayList<>();
        for (Side side : comparison.sides()) {
            clauses.add(classSentence("compare.class.one", side.topic().name(), side));
        }
        return contrast(clauses) + ".";
    }

    private String classSentence(String key, String names, Side side) {
        Article group = words.classArticle(side.topic());
        if (group == null) {
            return messages.get(key + ".none", names);
        }
        String kind = side.topic() instanceof EnhancedCodeTopic ? ".enhanced" : ".reply";
        return messages.get(key + kind, names, group.title(), words.classPattern(side.topic()));
    }

    /** One code for each class that occurs. */
    private List<Side> distinctClasses(Comparison comparison) {
        List<Side> distinct = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (Side side : comparison.sides()) {
            // Numbers that no server sends have no class: they count as one.
            boolean none = side.outcome() == Comparison.Outcome.NONE;
            String pattern = none ? "" : words.classPattern(side.topic());
            if (!patterns.contains(pattern)) {
                patterns.add(pattern);
                distinct.add(side);
            }
        }
        return distinct;
    }

    /** Says so when a reply code and an enhanced code usually come in one reply. */
    private String together(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        for (Side side : comparison.sides()) {
            for (Side other : comparison.sides()) {
                if (side.facts() instanceof ReplyFacts facts
                        && other.topic() instanceof EnhancedCodeTopic enhanced
                        && facts.enhanced().contains(enhanced.code())) {
                    String reply = side.topic().name();
                    text.append(' ').append(messages.get("compare.together", reply, enhanced.name()));
                }
            }
        }
        return text.toString();
    }

    /** Two clauses with "while" between them, more with semicolons. */
    private String contrast(List<String> clauses) {
        return clauses.size() == 2
                ? messages.get("compare.while", clauses.get(0), clauses.get(1))
                : String.join(messages.get("article.semicolon"), clauses);
    }
}
