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

/** The published schema of JSON reports, as users get it and in a variant that allows no field it does not describe. */
public final class ReportSchema {

    private static final String TEXT = read(Path.of("docs/report.schema.json"));
    private static final Schema PUBLISHED = compile(TEXT);
    private static final Schema STRICT = compile(closed(json()).toString());

    private ReportSchema() {}

    public static JsonObject json() {
        return new Gson().fromJson(TEXT, JsonObject.class);
    }

    /** What the published schema has against a document; nothing when it is valid. */
    public static List<String> errors(String document) {
        return errors(PUBLISHED, document);
    }

    /** The same, and every field that the schema does not describe. */
    public static List<String> strictErrors(String document) {
        return errors(STRICT, document);
    }

    private static List<String> errors(Schema schema, String document) {
        return schema.validate(document, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** New fields are allowed to appear for users; our tests want to hear of them. */
    private static JsonElement closed(JsonElement schema) {
        if (schema.isJsonArray()) {
            schema.getAsJsonArray().forEach(ReportSchema::closed);
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
