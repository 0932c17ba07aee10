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

    void write(Topic topic, ArticleBlock block) {
        int digit = ArticleWords.classDigit(topic);
        block.headline(messages.get("article.digits.title", topic.name()), messages.get("article.duration." + digit));
        block.blank();
        List<Example> examples = knowledge.examples(topic);
        boolean met = !examples.isEmpty() || topic instanceof EnhancedCodeTopic code && isMet(code);
        String honest = !met ? "article.digits.honest" : "article.digits.honest.seen";
        block.paragraph(0, messages.get(honest, topic.name()));
        Article group = words.classArticle(topic);
        if (group == null) {
            throw new IllegalArgumentException("no class: " + topic.name());
        }
        block.blank();
        block.heading(0, messages.get("article.digits.heading"));
        digit(words.classPattern(topic), group, block);
        if (topic instanceof ReplyCodeTopic reply) {
            reply(reply.code(), block);
        } else if (topic instanceof EnhancedCodeTopic enhanced) {
            enhanced(enhanced.code(), block);
        }
        Section next = group.section(Heading.NEXT);
        if (next != null) {
            block.blank();
            block.heading(0, messages.get("article.heading.next"));
            ArticleText.items(next, INDENT, block);
        }
        boolean told = topic instanceof EnhancedCodeTopic enhanced && providers(enhanced.code(), block);
        hints(topic, told ? List.of() : examples, block);
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

    private void digit(String pattern, @Nullable Article article, ArticleBlock block) {
        if (article != null) {
            String text = messages.get(
                    "article.digits.says", article.title(), article.summary().get(0));
            block.item(INDENT, pattern, LABEL, text);
        }
    }

    private void reply(int code, ArticleBlock block) {
        int middle = code / 10 % 10;
        Article category = knowledge.replyCategory(middle);
        digit("x" + middle + "z", category, block);
        if (category == null) {
            block.item(INDENT, "x" + middle + "z", LABEL, messages.get("article.digits.category.none", middle));
        }
        block.item(INDENT, "xy" + code % 10, LABEL, messages.get("article.digits.last"));
    }

    private void enhanced(EnhancedStatusCode code, ArticleBlock block) {
        Article subject = knowledge.enhancedSubject(code.subject());
        String pattern = "x." + code.subject() + ".x";
        digit(pattern, subject, block);
        if (subject == null) {
            block.item(INDENT, pattern, LABEL, messages.get("article.digits.subject.none", code.subject()));
        }
        String key = code.detail() >= LONG_DETAIL ? "article.digits.detail.long" : "article.digits.detail";
        block.item(INDENT, "x.x." + code.detail(), LABEL, messages.get(key, code.topic()));
    }

    private void hints(Topic topic, List<Example> examples, ArticleBlock block) {
        if (!examples.isEmpty()) {
            block.blank();
            block.heading(0, messages.get("article.digits.seen"));
            for (Example example : examples) {
                ArticleFacts.example("", 0, example, messages, block);
            }
        }
        if (topic instanceof ReplyCodeTopic reply) {
            EnhancedStatusCode dotted = dotted(reply.code());
            Article article = dotted == null ? null : knowledge.article(new EnhancedCodeTopic(dotted));
            if (dotted != null && article != null) {
                block.blank();
                block.paragraph(0, messages.get("article.digits.dotted", dotted, article.title()));
            }
        }
    }

    /** Some programs write 5.7.7 as 577. */
    private static @Nullable EnhancedStatusCode dotted(int code) {
        return EnhancedStatusCode.parse(code / 100 + "." + code / 10 % 10 + "." + code % 10);
    }
}
