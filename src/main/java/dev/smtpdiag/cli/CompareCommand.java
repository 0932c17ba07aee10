package dev.smtpdiag.cli;

import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.InputReader;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ComparisonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code smtpdiag compare}: codes side by side. Knows nothing of the command-line library. */
class CompareCommand {

    private static final int OK = 0;
    private static final int UNKNOWN = 1;
    private static final int USAGE = 2;

    /**
     * Compares, or says why it cannot.
     *
     * @param inputs two codes or more
     * @return 0, 1 when nothing is known about one of them, 2 when there is nothing to compare
     */
    final int run(List<String> inputs, Console console) {
        Messages messages = Messages.ofArticles(console.language());
        KnowledgeBase knowledge = KnowledgeBase.in(console.language());
        ExplainProblems problems = new ExplainProblems(messages, console.err());
        if (inputs.size() < 2) {
            problems.say("compare.error.few");
            return USAGE;
        }
        List<Topic> topics = new ArrayList<>();
        for (String input : inputs) {
            Topic topic = topic(input, knowledge, problems);
            if (topic == null) {
                return UNKNOWN;
            }
            if (topics.contains(topic)) {
                problems.say("compare.error.same", topic.name());
                return USAGE;
            }
            topics.add(topic);
        }
        Comparison comparison = Comparison.of(knowledge, topics);
        console.out().print(text(comparison, knowledge, messages, console));
        console.out().flush();
        return OK;
    }

    /** The comparison as it is printed: as text, unless another format was asked for. */
    String text(Comparison comparison, KnowledgeBase knowledge, Messages messages, Console console) {
        return new ComparisonText(knowledge, messages, console.theme(), console.width()).of(comparison);
    }

    /** The code that is meant, or null after a word about why there is none. */
    private static @Nullable Topic topic(String input, KnowledgeBase knowledge, ExplainProblems problems) {
        List<InputMatch> matches = InputReader.read(input);
        InputMatch match = matches.get(matches.size() - 1);
        if (match instanceof Nothing nothing) {
            problems.nothing(nothing);
            return null;
        }
        if (match instanceof Port port) {
            problems.say("compare.error.port", Integer.toString(port.number()));
            return null;
        }
        if (match instanceof Announced announced) {
            problems.say("compare.error.service", announced.topic().name());
            return null;
        }
        if (match instanceof Mechanism mechanism) {
            problems.say("compare.error.service", mechanism.topic().name());
            return null;
        }
        Topic topic = match instanceof Codes codes ? topic(codes, knowledge) : null;
        if (topic != null && knowledge.facts(topic) == null) {
            boolean outOfRange = topic instanceof ReplyCodeTopic reply && (reply.code() < 200 || reply.code() > 599);
            problems.say(outOfRange ? "explain.error.out-of-range" : "compare.error.unknown", topic.name());
            return null;
        }
        return topic;
    }

    /** Of a whole reply, the code that says more. */
    private static @Nullable Topic topic(Codes codes, KnowledgeBase knowledge) {
        boolean refined =
                codes.enhanced() != null && codes.enhanced().isSpecific() && knowledge.facts(codes.enhanced()) != null;
        return refined || codes.reply() == null ? codes.enhanced() : codes.reply();
    }
}
