package dev.smtpdiag.e2e;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A published schema, as users get it and in a variant that allows no field it does not describe. */
public final class PublishedSchema {

    /** Of explanations and comparisons. */
    public static final PublishedSchema KNOWLEDGE = new PublishedSchema(Path.of("docs/knowledge.schema.json"));

    /** Of reports. */
    static final PublishedSchema REPORT = new PublishedSchema(Path.of("docs/report.schema.json"));

    private final String text;
    private final Schema published;
    private final Schema strict;

    private PublishedSchema(Path path) {
        text = read(path);
        published = compile(text);
        strict = compile(closed(json()).toString());
    }

    public JsonObject json() {
        return new Gson().fromJson(text, JsonObject.class);
    }

    /** What the published schema has against a document; nothing when it is valid. */
    public List<String> errors(String document) {
        return errors(published, document);
    }

    /** The same, and every field that the schema does not describe. */
    public List<String> strictErrors(String document) {
        return errors(strict, document);
    }

    private static List<String> errors(Schema schema, String document) {
        return schema.validate(document, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** New fields are allowed to appear for users; our tests want to hear of them. */
    private static JsonElement closed(JsonElement schema) {
        if (schema.isJsonArray()) {
            schema.getAsJsonArray().forEach(PublishedSchema::closed);
        } else if (schema.isJsonObject()) {
            JsonObject object = schema.getAsJsonObject();
            object.entrySet().forEach(entry -> closed(entry.getValue()));
            JsonElement additional = object.get("additionalProperties");
            if (additional != null && additional.isJsonPrimitive() && additional.getAsBoolean()) {
                object.addProperty("additionalProperties", false);
            }
        }
        return schema;
    }

    private static Schema compile(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
