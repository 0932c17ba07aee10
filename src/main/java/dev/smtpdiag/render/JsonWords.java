package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Example;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all objects of a JSON document about the knowledge base have in common: words, examples, references, lists. */
final class JsonWords {

    private final JsonWriter json;
    private final KnowledgeBase knowledge;

    JsonWords(JsonWriter json, KnowledgeBase knowledge) {
        this.json = json;
        this.knowledge = knowledge;
    }

    /** The words of an article within an object that is open. */
    void article(Article article) throws IOException {
        json.name("language").value(article.language());
        json.name("title").value(article.title());
        json.name("oneLine").value(article.firstSentence());
        strings("summary", article.summary());
        json.name("sections").beginArray();
        for (Section section : article.sections()) {
            json.beginObject();
            json.name("id").value(Facts.id(section.heading()));
            json.name("style").value(Facts.id(section.style()));
            strings("items", section.items());
            json.endObject();
        }
        json.endArray();
    }

    void examples(List<Example> examples) throws IOException {
        json.name("examples").beginArray();
        for (Example example : examples) {
            json.beginObject();
            text("product", example.product());
            strings("lines", example.lines());
            json.endObject();
        }
        json.endArray();
    }

    void references(List<Reference> references) throws IOException {
        json.name("references").beginArray();
        for (Reference reference : references) {
            json.beginObject();
            json.name("document").value(reference.document());
            text("section", reference.section());
            json.name("title").value(knowledge.documentTitle(reference.document()));
            json.endObject();
        }
        json.endArray();
    }

    /** A constant by its id. */
    void id(String name, @Nullable Enum<?> constant) throws IOException {
        if (constant != null) {
            json.name(name).value(Facts.id(constant));
        }
    }

    void ids(String name, List<? extends Enum<?>> constants) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Enum<?> constant : constants) {
            ids.add(Facts.id(constant));
        }
        strings(name, ids);
    }

    void strings(String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    /** A text, absent when empty. */
    void text(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.name(name).value(text);
        }
    }
}
