package dev.smtpdiag.cli;

import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.InputReader;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ArticleBrief;
import dev.smtpdiag.render.ArticleText;
import dev.smtpdiag.render.ServiceText;
import dev.smtpdiag.smtp.ReplyCode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code smtpdiag explain}: articles about codes and replies. Knows nothing of the command-line library. */
final class ExplainCommand {

    private static final int OK = 0;
    private static final int UNKNOWN = 1;
    private static final int USAGE = 2;
    private static final int MOST_ARTICLES = 3;
    private static final int MOST_ANSWERS = 2000;

    /**
     * Explains what it can and says what it cannot.
     *
     * @param inputs codes, replies, or {@code -} for standard input
     * @param brief whether one line for each is enough
     * @return 0, 1 when nothing is known about one of them, 2 when there is none
     */
    int run(List<String> inputs, boolean brief, Console console) {
        Messages messages = Messages.ofArticles(console.language());
        ExplainProblems problems = new ExplainProblems(messages, console.err());
        if (inputs.isEmpty()) {
            problems.say("explain.error.none");
            return USAGE;
        }
        Answers answers = new Answers(KnowledgeBase.in(console.language()), messages, brief, console, problems);
        boolean allKnown = true;
        for (String input : ExplainInput.joined(inputs)) {
            answers.startInput();
            allKnown &= input.equals("-") ? standardInput(answers, console, problems) : answers.answer(input);
        }
        console.out().print(answers.text());
        console.out().flush();
        return allKnown ? OK : UNKNOWN;
    }

    /** Whether something was known about anything that stood there. */
    private static boolean standardInput(Answers answers, Console console, ExplainProblems problems) {
        TextBlocks blocks = new TextBlocks(console.in());
        boolean known = false;
        boolean any = false;
        try {
            for (String block = blocks.next(); block != null && !answers.isFull(); block = blocks.next()) {
                any = true;
                known |= answers.answer(block);
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
        if (answers.isFull()) {
            problems.say("explain.error.too-many");
        }
        return known;
    }

    /** Gathers the answers, so that they appear whole. */
    private static final class Answers {

        private final KnowledgeBase knowledge;
        private final Messages messages;
        private final Console console;
        private final ArticleText articles;
        private final @Nullable ArticleBrief lines;
        private @Nullable ArticleBrief offers;
        private final ExplainProblems problems;
        private final Set<String> answered = new HashSet<>();
        private final StringBuilder text = new StringBuilder();

        Answers(KnowledgeBase knowledge, Messages messages, boolean brief, Console console, ExplainProblems problems) {
            this.problems = problems;
            this.knowledge = knowledge;
            this.messages = messages;
            this.console = console;
            this.articles = new ArticleText(knowledge, messages, console.theme(), console.width());
            this.lines = brief ? new ArticleBrief(knowledge, messages, console.theme()) : null;
        }

        /** What one input asks twice is answered once; what two inputs ask is answered twice. */
        void startInput() {
            answered.clear();
        }

        /** Whether there is as much to read as anybody can. */
        boolean isFull() {
            return answered.size() >= MOST_ANSWERS;
        }

        /** Answers all that a text asks; whether something is known about each. */
        boolean answer(String input) {
            List<InputMatch> matches = InputReader.read(input);
            shortenIfMany(matches);
            boolean known = true;
            for (InputMatch match : matches) {
                if (!(match instanceof Codes codes) || !isFull() && answered.add(gist(codes))) {
                    known &= answer(match);
                }
            }
            return known;
        }

        /** A whole reply to EHLO gets one line for each extension rather than as many articles. */
        private void shortenIfMany(List<InputMatch> matches) {
            int announced = 0;
            for (InputMatch match : matches) {
                announced += match instanceof Announced ? 1 : 0;
            }
            offers = announced > MOST_ARTICLES ? new ArticleBrief(knowledge, messages, console.theme()) : null;
        }

        /** What an answer depends on: replies that share it are answered once. */
        private String gist(Codes codes) {
            ProviderMatch provider = knowledge.provider(codes);
            return provider == null
                    ? codes.names()
                    : codes.names() + " " + provider.row().id();
        }

        /** Whether there was one. */
        private boolean answer(InputMatch match) {
            if (match instanceof Nothing nothing) {
                return withoutCode(nothing);
            }
            if (match instanceof Codes codes && !isKnown(codes)) {
                problems.say("explain.error.out-of-range", codes.matched());
                return false;
            }
            if (lines != null) {
                text.append(lines.of(match));
                return true;
            }
            if (match instanceof Announced && offers != null) {
                text.append(offers.of(match));
                return true;
            }
            text.append(text.length() == 0 ? "" : articles.rule());
            if (match instanceof Announced announced) {
                text.append(services().of(announced));
            } else if (match instanceof Mechanism mechanism) {
                text.append(services().of(mechanism));
            } else if (match instanceof Codes codes) {
                text.append(articles.of(codes));
            } else if (match instanceof Port port) {
                text.append(articles.of(port));
            }
            return true;
        }

        private ServiceText services() {
            return new ServiceText(
                    knowledge, messages, Messages.ofServices(console.language()), console.theme(), console.width());
        }

        /** A mail program often reports a failure in words of its own, without any code. */
        private boolean withoutCode(Nothing nothing) {
            ProviderMatch provider =
                    nothing.reason() == InputMatch.Reason.NO_CODE ? knowledge.provider(nothing.input()) : null;
            if (provider == null) {
                problems.nothing(nothing);
                return false;
            }
            if (lines != null) {
                text.append(lines.of(provider));
            } else {
                text.append(text.length() == 0 ? "" : articles.rule()).append(articles.of(provider));
            }
            return true;
        }

        /** Whether there is an article, or at least digits with a meaning. */
        private boolean isKnown(Codes codes) {
            ReplyCodeTopic reply = codes.reply();
            return reply == null || ReplyCode.isValid(reply.code()) || knowledge.replyFacts(reply.code()) != null;
        }

        String text() {
            return text.toString();
        }
    }
}
