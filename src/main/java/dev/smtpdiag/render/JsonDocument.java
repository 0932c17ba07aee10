package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.report.Exit;
import dev.smtpdiag.report.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reports as one JSON document, as {@code docs/report.schema.json} describes it. A new field may appear in any release; a
 * field that changes its meaning or goes away changes {@link #SCHEMA_VERSION}.
 */
public final class JsonDocument {

    public static final int SCHEMA_VERSION = 1;

    private final String version;
    private final KnowledgeBase knowledge;

    /**
     * @param version of smtpdiag
     */
    public JsonDocument(String version, KnowledgeBase knowledge) {
        this.version = version;
        this.knowledge = knowledge;
    }

    /** One document for all targets, also when there is only one. */
    public String render(List<Report> reports) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("schemaVersion").value(SCHEMA_VERSION);
            json.name("tool").beginObject();
            json.name("name").value("smtpdiag");
            json.name("version").value(version);
            json.endObject();
            exit(json, Exit.mostSevere(reports.stream().map(Report::exit).toList()));
            json.name("targets").beginArray();
            JsonTarget target = new JsonTarget(json, knowledge);
            for (Report report : reports) {
                target.write(report);
            }
            json.endArray();
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    static void exit(JsonWriter json, Exit exit) throws IOException {
        json.name("exit").beginObject();
        json.name("code").value(exit.code().number());
        json.name("name").value(exit.code().id());
        if (exit.stage().isPresent()) {
            json.name("stage").value(exit.stage().get().id());
        }
        json.endObject();
    }
}
