package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Example;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderReply;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a code that no table has: the logic of its digits, and that it is not standard. */
final class ArticleDigits {

    private static final int INDENT = 2;
    private static final int LABEL = 9;
    /** Three-digit details are common at Microsoft and nowhere else. */
    private static final int LONG_DETAIL = 100;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleWords words;

    ArticleDigits(KnowledgeBase knowledge, Messages messages, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = words;
    }

    /** What the digits at one place say: {@code x3z}. */
    record Digit(String pattern, String text) {}

    void write(Topic topic, ArticleBlock block) {
        int digit = ArticleWords.classDigit(topic);
        block.headline(messages.get("article.digits.title", topic.name()), messages.get("article.duration." + digit));
        block.blank();
        List<Example> examples = knowledge.examples(topic);
        block.paragraph(0, messages.get(honest(topic, examples), topic.name()));
        block.blank();
        block.heading(0, messages.get("article.digits.heading"));
        for (Digit row : digits(topic)) {
            block.item(INDENT, row.pattern(), LABEL, row.text());
        }
        Article group = words.classArticle(topic);
        Section next = group == null ? null : group.section(Heading.NEXT);
        if (next != null) {
            block.blank();
            block.heading(0, messages.get("article.heading.next"));
            ArticleText.items(next, INDENT, block);
        }
        boolean told = topic instanceof EnhancedCodeTopic enhanced && providers(enhanced.code(), block);
        hints(topic, told ? List.of() : examples, block);
    }

    /** The message that says where such a code comes from. */
    String honest(Topic topic, List<Example> examples) {
        boolean met = !examples.isEmpty() || topic instanceof EnhancedCodeTopic code && isMet(code);
        return met ? "article.digits.honest.seen" : "article.digits.honest";
    }

    List<Digit> digits(Topic topic) {
        Article group = words.classArticle(topic);
        if (group == null) {
            throw new IllegalArgumentException("no class: " + topic.name());
        }
        List<Digit> digits = new ArrayList<>();
        digits.add(digit(words.classPattern(topic), group));
        if (topic instanceof ReplyCodeTopic reply) {
            reply(reply.code(), digits);
        } else if (topic instanceof EnhancedCodeTopic enhanced) {
            enhanced(enhanced.code(), digits);
        }
        return digits;
    }

    private boolean isMet(EnhancedCodeTopic topic) {
        return !knowledge.providers(topic.code()).isEmpty();
    }

    /** What providers mean by the code; whether there are any. */
    private boolean providers(EnhancedStatusCode code, ArticleBlock block) {
        List<ProviderReply> rows = knowledge.providers(code);
        if (!rows.isEmpty()) {
            block.section(messages.get("explain.provider.rows"));
            for (ProviderReply row : rows) {
                ArticleProvider.entry(row, knowledge.article(row), messages, block);
            }
        }
        return !rows.isEmpty();
    }

    private Digit digit(String pattern, Article article) {
        String text = messages.get(
                "article.digits.says", article.title(), article.summary().get(0));
        return new Digit(pattern, text);
    }

    private void reply(int code, List<Digit> digits) {
        int middle = code / 10 % 10;
        String pattern = "x" + middle + "z";
        Article category = knowledge.replyCategory(middle);
        digits.add(
                category == null
                        ? new Digit(pattern, messages.get("article.digits.category.none", middle))
                        : digit(pattern, category));
        digits.add(new Digit("xy" + code % 10, messages.get("article.digits.last")));
    }

    private void enhanced(EnhancedStatusCode code, List<Digit> digits) {
        Article subject = knowledge.enhancedSubject(code.subject());
        String pattern = "x." + code.subject() + ".x";
        digits.add(
                subject == null
                        ? new Digit(pattern, messages.get("article.digits.subject.none", code.subject()))
                        : digit(pattern, subject));
        String key = code.detail() >= LONG_DETAIL ? "article.digits.detail.long" : "article.digits.detail";
        digits.add(new Digit("x.x." + code.detail(), messages.get(key, code.topic())));
    }

    private void hints(Topic topic, List<Example> examples, ArticleBlock block) {
        if (!examples.isEmpty()) {
            block.blank();
            block.heading(0, messages.get("article.digits.seen"));
            for (Example example : examples) {
                ArticleFacts.example("", 0, example, messages, block);
            }
        }
        String dotted = dotted(topic);
        if (!dotted.isEmpty()) {
            block.blank();
            block.paragraph(0, dotted);
        }
    }

    /** That it may be an enhanced status code without its dots; empty when there is none such. */
    String dotted(Topic topic) {
        EnhancedStatusCode dotted = topic instanceof ReplyCodeTopic reply ? dotted(reply.code()) : null;
        Article article = dotted == null ? null : knowledge.article(new EnhancedCodeTopic(dotted));
        return dotted == null || article == null ? "" : messages.get("article.digits.dotted", dotted, article.title());
    }

    /** Some programs write 5.7.7 as 577. */
    private static @Nullable EnhancedStatusCode dotted(int code) {
        return EnhancedStatusCode.parse(code / 100 + "." + code / 10 % 10 + "." + code % 10);
    }
}
