package dev.smtpdiag.cli;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Example;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.simulate.Step;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a reply as people write it, {@code 550}, {@code 550:5.1.1} or {@code 550:5.1.1:No such user}. */
final class ReplyChoice {

    private static final Pattern FORM =
            Pattern.compile("([2-5][0-9]{2})(?::([245]\\.[0-9]{1,3}\\.[0-9]{1,3}))?(?::(\\P{Cntrl}{0,500}))?");

    private final KnowledgeBase knowledge;
    private final boolean lax;

    /**
     * @param knowledge has the texts
     * @param lax whether to play what no standard allows
     */
    ReplyChoice(KnowledgeBase knowledge, boolean lax) {
        this.knowledge = knowledge;
        this.lax = lax;
    }

    /** The lines of the reply, each with its code. */
    List<String> lines(Step step, String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new InvalidInputException("simulate.reply", value);
        }
        String code = matcher.group(1);
        @Nullable String enhanced = matcher.group(2);
        @Nullable String text = matcher.group(3);
        check(step, code, enhanced);
        if (text != null) {
            return List.of((code + " " + (enhanced == null ? "" : enhanced + " ") + text).stripTrailing());
        }
        return enhanced == null ? known(code) : known(code, enhanced);
    }

    private void check(Step step, String code, @Nullable String enhanced) {
        if (code.startsWith("3") && step != Step.DATA) {
            throw new InvalidInputException("simulate.reply-goes-on", code);
        }
        if (lax) {
            return;
        }
        ReplyFacts facts = knowledge.replyFacts(Integer.parseInt(code));
        if (facts == null) {
            throw new InvalidInputException("simulate.reply-unknown", code);
        }
        if (!isLegal(facts, step)) {
            throw new InvalidInputException("simulate.reply-illegal", code, step.id(), legal(step));
        }
        if (enhanced != null && enhanced.charAt(0) != code.charAt(0)) {
            throw new InvalidInputException("simulate.reply-class", code, enhanced);
        }
    }

    private static boolean isLegal(ReplyFacts facts, Step step) {
        return facts.legal().contains(step.id()) || facts.legal().contains("any");
    }

    private String legal(Step step) {
        List<String> codes = new ArrayList<>();
        for (ReplyFacts facts : knowledge.replyCodes()) {
            if (isLegal(facts, step)) {
                codes.add(Integer.toString(facts.code()));
            }
        }
        return String.join(", ", codes);
    }

    /** As servers say it; those without a name of their own first. */
    private List<String> known(String code) {
        ReplyCodeTopic topic = new ReplyCodeTopic(Integer.parseInt(code));
        List<Example> examples = knowledge.examples(topic);
        for (Example example : examples) {
            if (example.product().isEmpty()) {
                return lines(example);
            }
        }
        return examples.isEmpty() ? List.of(code + title(topic)) : lines(examples.get(0));
    }

    private List<String> known(String code, String enhanced) {
        EnhancedStatusCode parsed = EnhancedStatusCode.parse(enhanced);
        if (parsed == null) {
            return List.of(code + " " + enhanced);
        }
        String start = code + " " + enhanced + " ";
        List<Example> examples = new ArrayList<>(knowledge.examples(new ReplyCodeTopic(Integer.parseInt(code))));
        examples.addAll(knowledge.examples(new EnhancedCodeTopic(parsed)));
        for (Example example : examples) {
            if (example.lines().get(example.lines().size() - 1).startsWith(start)) {
                return lines(example);
            }
        }
        return List.of(code + " " + enhanced + title(new EnhancedCodeTopic(parsed)));
    }

    /** Without the addresses of the example, which are not those of the client. */
    private static List<String> lines(Example example) {
        return example.lines().stream()
                .map(line -> line.replaceAll("<[^ >]*@[^ >]*>(: |\\.\\.\\. )", ""))
                .toList();
    }

    private String title(Topic topic) {
        Article article = knowledge.article(topic);
        return article == null ? "" : " " + article.title();
    }
}
