package dev.smtpdiag.render;

import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.Example;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;

/** The facts at the end of an article: a label, then the words. */
final class ArticleFacts {

    private static final int INDENT = 2;
    private static final int MOST_EXAMPLES = 4;

    private final Messages messages;
    private final ArticleWords words;
    private final List<String> ids = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    ArticleFacts(Messages messages, ArticleWords words) {
        this.messages = messages;
        this.words = words;
    }

    void write(Topic topic, Facts facts, List<Example> examples, ArticleBlock block) {
        collect(topic, facts);
        flush(examples, block);
    }

    /** Makes the rows: their ids, labels and texts. */
    void collect(Topic topic, Facts facts) {
        add("class", words.classOf(topic));
        if (facts instanceof EnhancedFacts enhanced) {
            add("subject", words.subject(enhanced.code()));
        }
        add("retry", messages.get("article.retry." + Facts.id(facts.retry())));
        add("who", words.any(words.actors(facts.who())));
        if (facts instanceof ReplyFacts reply) {
            add("legal", words.all(words.steps(reply.legal())));
            add(reply.legal().isEmpty() ? "met" : "also-met", words.all(words.steps(reply.met())));
            add("session", words.all(words.effects(reply.effects())));
            add("enhanced", enhanced(reply.enhanced()));
        } else if (facts instanceof EnhancedFacts enhanced) {
            add("met", words.all(words.steps(enhanced.steps())));
            boolean any = enhanced.basic().equals(List.of("any"));
            add("basic", any ? messages.get("article.basic.any") : basic(enhanced));
        }
        add("references", String.join(messages.get("article.semicolon"), words.citations(facts.references())));
    }

    List<String> ids() {
        return ids;
    }

    List<String> labels() {
        return labels;
    }

    List<String> texts() {
        return texts;
    }

    /** Those that are shown. */
    static List<Example> shown(List<Example> examples) {
        return examples.subList(0, Math.min(MOST_EXAMPLES, examples.size()));
    }

    /** The reply codes of the registry that go with the class. */
    private static String basic(EnhancedFacts facts) {
        List<String> codes = new ArrayList<>();
        for (String code : facts.basic()) {
            if (code.charAt(0) - '0' == facts.code().classDigit()) {
                codes.add(code);
            }
        }
        return String.join(" ", codes);
    }

    private static String enhanced(List<EnhancedStatusCode> codes) {
        List<String> names = new ArrayList<>();
        for (EnhancedStatusCode code : codes) {
            names.add(code.toString());
        }
        return String.join(" ", names);
    }

    private void add(String label, String text) {
        if (!text.isEmpty()) {
            ids.add(label);
            labels.add(messages.get("article.fact." + label));
            texts.add(text);
        }
    }

    private void flush(List<Example> examples, ArticleBlock block) {
        String exampleLabel = messages.get("article.fact.examples");
        int labelWidth = TextWidth.of(exampleLabel);
        for (String label : labels) {
            labelWidth = Math.max(labelWidth, TextWidth.of(label));
        }
        labelWidth += 2;
        for (int i = 0; i < labels.size(); i++) {
            block.item(INDENT, labels.get(i), labelWidth, texts.get(i));
        }
        String label = exampleLabel;
        for (Example example : shown(examples)) {
            example(label, labelWidth, example, messages, block);
            label = "";
        }
    }

    /** The product, then each line of its reply. */
    static void example(String label, int labelWidth, Example example, Messages messages, ArticleBlock block) {
        String start = label;
        int indent = INDENT;
        if (!example.product().isEmpty()) {
            block.item(INDENT, start, labelWidth, messages.get("article.example-of", example.product()));
            start = "";
            indent = INDENT + 2;
        }
        for (String line : example.lines()) {
            // Not in back-ticks: a reply may hold some itself.
            block.item(indent, start, labelWidth, line.replace('`', '\''));
            start = "";
        }
    }
}
