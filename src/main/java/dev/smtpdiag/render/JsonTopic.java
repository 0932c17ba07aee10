package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.kb.ProviderReply;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ArticleDigits.Digit;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A code, an extension or a login mechanism in a JSON document: its facts by their ids, and the words about it. */
final class JsonTopic {

    private final JsonWriter json;
    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final JsonWords words;

    JsonTopic(JsonWriter json, KnowledgeBase knowledge, Messages messages) {
        this.json = json;
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = new JsonWords(json, knowledge);
    }

    /** A code as one object. */
    void code(Topic topic) throws IOException {
        Article article = knowledge.article(topic);
        Facts facts = knowledge.facts(topic);
        begin(topic, topic instanceof EnhancedCodeTopic ? "enhanced-status-code" : "reply-code");
        if (article == null || facts == null) {
            digits(topic);
        } else {
            words.article(article);
            json.name("facts").beginObject();
            facts(topic, facts);
            json.endObject();
        }
        words.examples(knowledge.examples(topic));
        json.endObject();
    }

    void extension(Topic topic, ExtensionFacts facts) throws IOException {
        begin(topic, "extension");
        words(topic);
        json.name("facts").beginObject();
        words.id("origin", facts.origin());
        words.id("parameters", facts.parameters());
        words.text("since", facts.since());
        words.strings("where", facts.where());
        words.strings("products", facts.products());
        words.references(facts.references());
        json.endObject();
        json.endObject();
    }

    void mechanism(Topic topic, MechanismFacts facts) throws IOException {
        begin(topic, "mechanism");
        words(topic);
        json.name("facts").beginObject();
        words.id("usage", facts.usage());
        words.id("strength", facts.strength());
        words.id("credential", facts.credential());
        words.id("stores", facts.stores());
        json.name("exposesSecret").value(facts.exposes());
        words.references(facts.references());
        json.endObject();
        json.endObject();
    }

    /**
     * What a provider means, as one object.
     *
     * @param matched the part of the reply that says so
     */
    void provider(ProviderReply row, String matched) throws IOException {
        json.beginObject();
        json.name("id").value(row.id());
        json.name("provider").value(row.provider());
        words.text("matched", matched);
        words.id("cause", row.cause());
        words.id("retry", row.retry());
        words.ids("who", row.who());
        words.text("reference", row.reference());
        json.name("example").value(row.example());
        words.article(knowledge.article(row));
        json.endObject();
    }

    private void begin(Topic topic, String kind) throws IOException {
        json.beginObject();
        json.name("kind").value(kind);
        json.name("name").value(topic.name());
    }

    private void words(Topic topic) throws IOException {
        Article article = knowledge.article(topic);
        if (article != null) {
            words.article(article);
        }
    }

    private void facts(Topic topic, Facts facts) throws IOException {
        int digit = ArticleWords.classDigit(topic);
        if (digit >= 2 && digit <= 5) {
            json.name("class").value(digit);
        }
        words.id("origin", facts.origin());
        words.id("retry", facts.retry());
        words.ids("who", facts.who());
        if (facts instanceof ReplyFacts reply) {
            words.ids("effect", reply.effects());
            words.id("login", reply.login());
            words.strings("legalSteps", reply.legal());
            words.strings("metSteps", reply.met());
            words.strings("enhanced", names(reply.enhanced()));
            words.strings("related", reply.related());
        } else if (facts instanceof EnhancedFacts enhanced) {
            json.name("subject").value(enhanced.code().subject());
            json.name("fitsClass").value(enhanced.fitsClass());
            words.strings("classes", enhanced.classes());
            words.strings("metSteps", enhanced.steps());
            words.strings("basic", enhanced.basic());
            words.strings("related", related(enhanced));
        }
        words.references(facts.references());
    }

    /** Those that exist in the same class. */
    private List<String> related(EnhancedFacts facts) {
        List<String> related = new ArrayList<>();
        for (String topic : facts.related()) {
            EnhancedStatusCode code = EnhancedStatusCode.parse(facts.code().classDigit() + "." + topic);
            EnhancedFacts other = code == null ? null : knowledge.enhancedFacts(code);
            if (other != null && other.fitsClass()) {
                related.add(other.code().toString());
            }
        }
        return related;
    }

    private static List<String> names(List<EnhancedStatusCode> codes) {
        List<String> names = new ArrayList<>();
        for (EnhancedStatusCode code : codes) {
            names.add(code.toString());
        }
        return names;
    }

    /** What can be said of a code that no table has. */
    private void digits(Topic topic) throws IOException {
        ArticleDigits digits = new ArticleDigits(knowledge, messages, new ArticleWords(knowledge, messages));
        json.name("class").value(ArticleWords.classDigit(topic));
        json.name("digits").beginArray();
        for (Digit digit : digits.digits(topic)) {
            json.beginObject();
            json.name("pattern").value(digit.pattern());
            json.name("text").value(digit.text());
            json.endObject();
        }
        json.endArray();
        providers(topic instanceof EnhancedCodeTopic enhanced ? enhanced.code() : null);
    }

    private void providers(@Nullable EnhancedStatusCode code) throws IOException {
        List<ProviderReply> rows = code == null ? List.of() : knowledge.providers(code);
        if (!rows.isEmpty()) {
            json.name("providers").beginArray();
            for (ProviderReply row : rows) {
                provider(row, "");
            }
            json.endArray();
        }
    }
}
