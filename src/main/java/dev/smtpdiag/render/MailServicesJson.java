package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MailService;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Providers as one JSON document: {@code schemaVersion}, and {@code providers} with facts and words of each. */
public final class MailServicesJson {

    private static final int SCHEMA_VERSION = 1;

    private final KnowledgeBase knowledge;

    public MailServicesJson(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    public String of(List<MailService> services) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("schemaVersion").value(SCHEMA_VERSION);
            json.name("providers").beginArray();
            for (MailService service : services) {
                write(service, json);
            }
            json.endArray();
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void write(MailService service, JsonWriter json) throws IOException {
        Article article = knowledge.article(service);
        json.beginObject();
        json.name("id").value(service.id());
        json.name("name").value(service.name());
        if (!service.host().isEmpty()) {
            json.name("host").value(service.host());
        }
        strings("hosts", service.hosts(), json);
        json.name("ports").beginArray();
        for (MailService.Port port : service.ports()) {
            json.beginObject();
            json.name("port").value(port.number());
            json.name("tls").value(port.mode());
            json.endObject();
        }
        json.endArray();
        strings("mechanisms", service.mechanisms(), json);
        json.name("userForm").value(MailServiceWords.id(service.user()));
        if (!service.fixedUser().isEmpty()) {
            json.name("user").value(service.fixedUser());
        }
        json.name("passwordKind").value(MailServiceWords.id(service.password()));
        if (!service.form().isEmpty()) {
            json.name("passwordForm").value(service.form());
        }
        json.name("summary").value(plain(String.join(" ", article.summary())));
        strings("login", items(article, Heading.DO), json);
        strings("notes", items(article, Heading.ELSE), json);
        json.endObject();
    }

    private static List<String> items(Article article, Heading heading) {
        Article.Section section = article.section(heading);
        return section == null
                ? List.of()
                : section.items().stream().map(MailServicesJson::plain).toList();
    }

    private static void strings(String name, List<String> values, JsonWriter json) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    /** Back-ticks are for the source only. */
    private static String plain(String text) {
        return text.replace("`", "");
    }
}
