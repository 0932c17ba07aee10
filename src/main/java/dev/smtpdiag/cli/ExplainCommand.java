package dev.smtpdiag.cli;

import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.InputReader;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.ReplyCode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code smtpdiag explain}: articles about codes and replies. Knows nothing of the command-line library. */
abstract class ExplainCommand {

    private static final int OK = 0;
    private static final int UNKNOWN = 1;
    private static final int USAGE = 2;

    private static final int MOST_ANSWERS = 2000;

    private final Console console;
    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final Set<String> answered = new HashSet<>();

    ExplainCommand(Console console) {
        this.console = console;
        this.knowledge = KnowledgeBase.in(console.language());
        this.messages = Messages.ofArticles(console.language());
    }

    KnowledgeBase knowledge() {
        return knowledge;
    }

    Messages messages() {
        return messages;
    }

    /**
     * Explains what it can and says what it cannot.
     *
     * @param inputs codes, replies, or {@code -} for standard input
     * @return 0, 1 when nothing is known about one of them, 2 when there is none
     */
    final int run(List<String> inputs) {
        ExplainProblems problems = new ExplainProblems(messages, console.err());
        if (inputs.isEmpty()) {
            problems.say("explain.error.none");
            return USAGE;
        }
        boolean allKnown = true;
        for (String input : ExplainInput.joined(inputs)) {
            // What one input asks twice is answered once; what two inputs ask is answered twice.
            answered.clear();
            allKnown &= input.equals("-") ? standardInput(problems) : answerAll(input, input, problems);
        }
        console.out().print(text());
        console.out().flush();
        return allKnown ? OK : UNKNOWN;
    }

    /** Whether something was known about anything that stood there. */
    private boolean standardInput(ExplainProblems problems) {
        TextBlocks blocks = new TextBlocks(console.in());
        boolean known = false;
        boolean any = false;
        try {
            for (String block = blocks.next(); block != null && !isFull(); block = blocks.next()) {
                any = true;
                known |= answerAll("-", block, problems);
            }
        } catch (IOException e) {
            problems.say("explain.error.unreadable", String.valueOf(e.getMessage()));
            return false;
        }
        if (blocks.skipped() > 0) {
            problems.say("explain.error.skipped", Long.toString(blocks.skipped()));
        } else if (!any) {
            problems.say("explain.error.empty");
        }
        if (isFull()) {
            problems.say("explain.error.too-many");
        }
        return known;
    }

    /** Whether there is as much to read as anybody can. */
    private boolean isFull() {
        return answered.size() >= MOST_ANSWERS;
    }

    /** Answers all that a text asks; whether something is known about each. */
    private boolean answerAll(String input, String text, ExplainProblems problems) {
        List<InputMatch> matches = InputReader.read(text);
        begin(input, matches);
        boolean known = true;
        for (InputMatch match : matches) {
            if (!(match instanceof Codes codes) || !isFull() && answered.add(gist(codes))) {
                known &= answer(match, problems);
            }
        }
        return known;
    }

    /** What follows is about this input. */
    abstract void begin(String input, List<InputMatch> matches);

    /** Answers something that we know. */
    abstract void answer(InputMatch match);

    /** Answers a message that has no code and is known all the same. */
    abstract void answer(Nothing nothing, ProviderMatch provider);

    /** Told of what cannot be answered; the person has been told already. */
    void unknown(InputMatch match) {}

    /** All answers, so that they appear whole. */
    abstract String text();

    /** Whether there was an answer. */
    private boolean answer(InputMatch match, ExplainProblems problems) {
        if (match instanceof Nothing nothing) {
            // A mail program often reports a failure in words of its own, without any code.
            ProviderMatch provider =
                    nothing.reason() == InputMatch.Reason.NO_CODE ? knowledge.provider(nothing.input()) : null;
            if (provider != null) {
                answer(nothing, provider);
                return true;
            }
            problems.nothing(nothing);
            unknown(match);
            return false;
        }
        if (match instanceof Codes codes && !isKnown(codes)) {
            problems.say("explain.error.out-of-range", codes.matched());
            unknown(match);
            return false;
        }
        answer(match);
        return true;
    }

    /** What an answer depends on: replies that share it are answered once. */
    private String gist(Codes codes) {
        ProviderMatch provider = knowledge.provider(codes);
        return provider == null
                ? codes.names()
                : codes.names() + " " + provider.row().id();
    }

    /** Whether there is an article, or at least digits with a meaning. */
    private boolean isKnown(Codes codes) {
        ReplyCodeTopic reply = codes.reply();
        return reply == null || ReplyCode.isValid(reply.code()) || knowledge.replyFacts(reply.code()) != null;
    }
}
