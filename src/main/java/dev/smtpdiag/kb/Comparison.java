package dev.smtpdiag.kb;

import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What two codes or more have in common and in what they differ, derived from the facts alone.
 *
 * @param sides in the order in which they were asked for
 * @param differences the facts that are not the same for all, the weightiest first
 */
public record Comparison(List<Side> sides, List<Difference> differences) {

    /** One of the codes. */
    public record Side(Topic topic, Article article, Facts facts) {

        /** What the first digit says of the command. */
        public Outcome outcome() {
            return switch (classDigit()) {
                case 2 -> Outcome.SUCCESS;
                case 3 -> Outcome.INTERMEDIATE;
                case 4, 5 -> Outcome.FAILURE;
                default -> Outcome.NONE;
            };
        }

        /** The first digit. */
        public int classDigit() {
            if (topic instanceof ReplyCodeTopic reply) {
                return reply.classDigit();
            }
            return topic instanceof EnhancedCodeTopic enhanced ? enhanced.code().classDigit() : 0;
        }

        /** Where a standard allows it, or else where it is met. */
        public List<String> steps() {
            return facts instanceof ReplyFacts reply && !reply.legal().isEmpty() ? reply.legal() : facts.steps();
        }
    }

    /** What a code says of the command. */
    public enum Outcome {
        SUCCESS,
        INTERMEDIATE,
        FAILURE,
        /** No server sends it. */
        NONE
    }

    /** A fact in which codes can differ. */
    public enum Difference {
        KIND,
        ORIGIN,
        OUTCOME,
        DURATION,
        SUBJECT,
        STEP,
        LOGIN,
        ACTOR,
        RETRY,
        SESSION
    }

    public Comparison {
        sides = List.copyOf(sides);
        differences = List.copyOf(differences);
    }

    /**
     * Compares codes.
     *
     * @param topics at least two, each known
     * @throws IllegalArgumentException when the knowledge base has no words about one
     */
    public static Comparison of(KnowledgeBase knowledge, List<? extends Topic> topics) {
        List<Side> sides = new ArrayList<>(topics.size());
        for (Topic topic : topics) {
            Article article = knowledge.article(topic);
            Facts facts = knowledge.facts(topic);
            if (article == null || facts == null) {
                throw new IllegalArgumentException("nothing is known about " + topic.name());
            }
            sides.add(new Side(topic, article, facts));
        }
        List<Difference> differences = new ArrayList<>();
        for (Difference difference : Difference.values()) {
            if (differ(difference, sides)) {
                differences.add(difference);
            }
        }
        return new Comparison(sides, differences);
    }

    /** Whether all codes have such a fact, and not all the same. */
    private static boolean differ(Difference difference, List<Side> sides) {
        Object first = value(difference, sides.get(0));
        boolean differ = false;
        for (Side side : sides) {
            Object value = value(difference, side);
            if (first == null || value == null) {
                return false;
            }
            differ |= !first.equals(value);
        }
        return differ;
    }

    private static @Nullable Object value(Difference difference, Side side) {
        ReplyFacts reply = side.facts() instanceof ReplyFacts facts ? facts : null;
        return switch (difference) {
            case KIND -> reply != null;
            case ORIGIN -> side.facts().origin();
            case OUTCOME -> side.outcome();
            case DURATION -> side.outcome() == Outcome.FAILURE ? side.classDigit() : null;
            case SUBJECT ->
                side.topic() instanceof EnhancedCodeTopic enhanced
                        ? enhanced.code().subject()
                        : null;
            case STEP -> side.steps().isEmpty() ? null : Set.copyOf(side.steps());
            case LOGIN -> reply == null ? null : reply.login();
            case ACTOR -> side.facts().who().get(0);
            case RETRY -> side.facts().retry();
            case SESSION -> reply == null || reply.effects().isEmpty() ? null : reply.effects();
        };
    }
}
