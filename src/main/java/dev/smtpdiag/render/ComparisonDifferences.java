package dev.smtpdiag.render;

import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.Comparison.Difference;
import dev.smtpdiag.kb.Comparison.Side;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.language.Messages;
import java.util.ArrayList;
import java.util.List;

/** Derived differences in sentences: one clause for each code, in the same form, so that every pair is grammatical. */
final class ComparisonDifferences {

    private final Messages messages;
    private final ArticleWords words;

    ComparisonDifferences(Messages messages, ArticleWords words) {
        this.messages = messages;
        this.words = words;
    }

    List<String> sentences(Comparison comparison) {
        List<String> sentences = new ArrayList<>();
        for (Difference difference : comparison.differences()) {
            List<String> clauses = new ArrayList<>();
            for (Side side : comparison.sides()) {
                clauses.add(clause(difference, side));
            }
            String all = clauses.size() == 2
                    ? messages.get("compare.while", clauses.get(0), clauses.get(1))
                    : String.join(messages.get("article.semicolon"), clauses);
            String label = messages.get("compare.label." + Facts.id(difference));
            sentences.add(messages.get("compare.difference", label, all));
        }
        return sentences;
    }

    private String clause(Difference difference, Side side) {
        if (difference == Difference.STEP) {
            return step(side);
        }
        String key = "compare." + Facts.id(difference) + "." + value(difference, side);
        return messages.get(key, side.topic().name());
    }

    /** The last part of the name of a message. */
    private static String value(Difference difference, Side side) {
        Facts facts = side.facts();
        ReplyFacts reply = facts instanceof ReplyFacts found ? found : null;
        return switch (difference) {
            case KIND -> reply != null ? "reply" : "enhanced";
            case ORIGIN -> Facts.id(facts.origin());
            case OUTCOME -> Facts.id(side.outcome());
            case DURATION -> Integer.toString(side.classDigit());
            case SUBJECT ->
                side.topic() instanceof EnhancedCodeTopic enhanced
                        ? Integer.toString(enhanced.code().subject())
                        : "";
            case LOGIN -> reply == null || reply.login() == null ? "" : Facts.id(reply.login());
            case ACTOR -> Facts.id(facts.who().get(0));
            case RETRY -> Facts.id(facts.retry());
            case SESSION -> reply == null ? "" : effects(reply);
            case STEP -> "";
        };
    }

    private static String effects(ReplyFacts facts) {
        StringBuilder ids = new StringBuilder();
        for (ReplyFacts.Effect effect : facts.effects()) {
            ids.append(ids.length() == 0 ? "" : "-").append(Facts.id(effect));
        }
        return ids.toString();
    }

    private String step(Side side) {
        List<String> steps = side.steps();
        String name = side.topic().name();
        if (steps.contains("any")) {
            return messages.get("compare.step.any", name);
        }
        boolean legal =
                side.facts() instanceof ReplyFacts reply && !reply.legal().isEmpty();
        return messages.get(legal ? "compare.step.legal" : "compare.step.met", name, words.all(words.theSteps(steps)));
    }
}
