package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ServiceParameters.Row;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was found in one input, in a JSON document: what matched, then all that is known about it. */
final class JsonExplained {

    private final JsonWriter json;
    private final KnowledgeBase knowledge;
    private final Messages articles;
    private final JsonTopic topics;

    JsonExplained(JsonWriter json, KnowledgeBase knowledge, Messages articles) {
        this.json = json;
        this.knowledge = knowledge;
        this.articles = articles;
        this.topics = new JsonTopic(json, knowledge, articles);
    }

    void write(Explained found) throws IOException {
        InputMatch match = found.match();
        json.beginObject();
        json.name("input").value(found.input());
        json.name("known").value(found.known());
        if (match instanceof Codes codes) {
            codes(codes, found.known());
        } else if (match instanceof Announced announced) {
            announced(announced);
        } else if (match instanceof Mechanism mechanism) {
            MechanismFacts facts = knowledge.mechanism(mechanism.topic().name());
            json.name("mechanism").value(mechanism.topic().name());
            json.name("topics").beginArray();
            if (facts != null) {
                topics.mechanism(mechanism.topic(), facts);
            }
            json.endArray();
        } else if (match instanceof Port port) {
            port(port);
        } else if (match instanceof Nothing nothing) {
            nothing(nothing, found.provider());
        }
        json.endObject();
    }

    private void codes(Codes codes, boolean known) throws IOException {
        json.name("matched").value(codes.matched());
        if (codes.reply() != null) {
            json.name("replyCode").value(codes.reply().code());
        }
        if (codes.enhanced() != null) {
            json.name("enhancedStatusCode").value(codes.enhanced().name());
        }
        json.name("contradiction").value(codes.isContradiction());
        ProviderMatch provider = knowledge.provider(codes);
        if (provider != null) {
            json.name("provider");
            topics.provider(provider.row(), provider.matched());
        }
        json.name("topics").beginArray();
        if (known && codes.enhanced() != null) {
            topics.code(codes.enhanced());
        }
        if (known && codes.reply() != null) {
            topics.code(codes.reply());
        }
        json.endArray();
    }

    private void announced(Announced announced) throws IOException {
        json.name("matched").value(announced.matched());
        json.name("extension").value(announced.topic().keyword());
        new JsonWords(json, knowledge).strings("parameters", announced.parameters());
        ExtensionFacts facts = knowledge.extension(announced.topic().keyword());
        if (facts == null) {
            return;
        }
        ServiceSays says = new ServiceSays(knowledge, Messages.ofServices(articles.language()));
        json.name("says").beginArray();
        for (Row row : says.rows(announced, facts)) {
            json.beginObject();
            if (!row.word().isEmpty()) {
                json.name("word").value(row.word());
            }
            json.name("text").value(row.text());
            json.endObject();
        }
        json.endArray();
        String advice = says.advice(announced, facts);
        if (!advice.isEmpty()) {
            json.name("advice").value(advice);
        }
        json.name("topics").beginArray();
        topics.extension(announced.topic(), facts);
        json.endArray();
    }

    private void port(Port port) throws IOException {
        json.name("port").value(port.number());
        json.name("text").value(articles.get("explain.port." + port.number()));
        json.name("topics").beginArray();
        if (knowledge.replyFacts(port.number()) != null) {
            topics.code(new ReplyCodeTopic(port.number()));
        }
        json.endArray();
    }

    private void nothing(Nothing nothing, @Nullable ProviderMatch provider) throws IOException {
        json.name("reason").value(Facts.id(nothing.reason()));
        if (provider != null) {
            json.name("provider");
            topics.provider(provider.row(), provider.matched());
        }
        json.name("topics").beginArray().endArray();
    }
}
