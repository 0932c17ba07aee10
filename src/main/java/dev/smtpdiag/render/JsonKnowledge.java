package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.CodeFilter;
import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.Comparison.Side;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Explanations and comparisons as one JSON document, as {@code docs/knowledge.schema.json} describes it. A new field may
 * appear in any release; a field that changes its meaning or goes away changes {@link #SCHEMA_VERSION}.
 */
public final class JsonKnowledge {

    public static final int SCHEMA_VERSION = 1;

    private final String version;
    private final KnowledgeBase knowledge;
    private final Messages messages;

    /**
     * @param version of smtpdiag
     */
    public JsonKnowledge(String version, KnowledgeBase knowledge) {
        this.version = version;
        this.knowledge = knowledge;
        this.messages = Messages.ofArticles(knowledge.language());
    }

    /** What was found in inputs, also that of which nothing is known. */
    public String explanation(List<Explained> found) {
        return document(json -> {
            json.name("explained").beginArray();
            JsonExplained explained = new JsonExplained(json, knowledge, messages);
            for (Explained each : found) {
                explained.write(each);
            }
            json.endArray();
        });
    }

    /** A list of codes, each with all that is known about it. */
    public String codes(List<CodeFilter.Entry> entries) {
        return document(json -> {
            json.name("codes").beginArray();
            JsonTopic topics = new JsonTopic(json, knowledge, messages);
            for (CodeFilter.Entry entry : entries) {
                topics.code(entry.topic());
            }
            json.endArray();
        });
    }

    public String comparison(Comparison comparison) {
        return document(json -> {
            ArticleWords words = new ArticleWords(knowledge, messages);
            ComparisonOpening opening = new ComparisonOpening(messages, words);
            json.name("title").value(opening.title(comparison));
            json.name("opening").value(opening.paragraph(comparison));
            notes(json, comparison);
            json.name("codes").beginArray();
            JsonTopic topics = new JsonTopic(json, knowledge, messages);
            for (Side side : comparison.sides()) {
                topics.code(side.topic());
            }
            json.endArray();
            apart(json, comparison);
            differences(json, comparison, words);
            advice(json, comparison, words);
        });
    }

    private void notes(JsonWriter json, Comparison comparison) throws IOException {
        List<Article> notes = PageComparison.notes(comparison, knowledge);
        if (notes.isEmpty()) {
            return;
        }
        json.name("notes").beginArray();
        for (Article note : notes) {
            json.beginObject();
            json.name("language").value(note.language());
            json.name("title").value(note.title());
            new JsonWords(json, knowledge).strings("paragraphs", note.summary());
            json.endObject();
        }
        json.endArray();
    }

    private static void apart(JsonWriter json, Comparison comparison) throws IOException {
        json.name("apart").beginArray();
        for (Side about : comparison.sides()) {
            String note = ComparisonText.note(comparison, about);
            if (!note.isEmpty()) {
                sentence(json, "code", about.topic().name(), note);
            }
        }
        json.endArray();
    }

    private void differences(JsonWriter json, Comparison comparison, ArticleWords words) throws IOException {
        List<String> sentences = new ComparisonDifferences(messages, words).sentences(comparison);
        json.name("differences").beginArray();
        for (int i = 0; i < sentences.size(); i++) {
            String id = Facts.id(comparison.differences().get(i));
            sentence(json, "id", id, sentences.get(i));
        }
        json.endArray();
    }

    private void advice(JsonWriter json, Comparison comparison, ArticleWords words) throws IOException {
        ComparisonAdvice advice = new ComparisonAdvice(knowledge, messages, words);
        json.name("advice").beginObject();
        json.name("receiver").beginArray();
        for (Side side : comparison.sides()) {
            sentence(json, "code", side.topic().name(), advice.receiver(side));
        }
        json.endArray();
        json.name("author").beginArray();
        for (Side side : comparison.sides()) {
            sentence(json, "code", side.topic().name(), advice.author(side));
        }
        json.endArray();
        json.endObject();
        json.name("relatedComparisons").beginArray();
        for (List<String> pair : advice.relatedPairs(comparison)) {
            json.beginArray();
            for (String name : pair) {
                json.value(name);
            }
            json.endArray();
        }
        json.endArray();
    }

    private static void sentence(JsonWriter json, String key, String id, String text) throws IOException {
        json.beginObject();
        json.name(key).value(id);
        json.name("text").value(text);
        json.endObject();
    }

    /** Writes what is between the braces. */
    private interface Body {
        void write(JsonWriter json) throws IOException;
    }

    private String document(Body body) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.setHtmlSafe(false);
            json.beginObject();
            json.name("schemaVersion").value(SCHEMA_VERSION);
            json.name("tool").beginObject();
            json.name("name").value("smtpdiag");
            json.name("version").value(version);
            json.endObject();
            json.name("language").value(knowledge.language().tag());
            body.write(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }
}
