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

/** The published schema of scans, in a variant that allows no field it does not describe. */
public final class TlsSchema {

    private static final Schema STRICT = compile();

    private TlsSchema() {}

    /** What is wrong with a document; nothing when it is valid. */
    public static List<String> strictErrors(String document) {
        return STRICT.validate(document, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static Schema compile() {
        try {
            String text = Files.readString(Path.of("docs/tls.schema.json"));
            JsonObject schema = new Gson().fromJson(text, JsonObject.class);
            close(schema);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonElement schema) {
        if (schema.isJsonObject()) {
            JsonObject object = schema.getAsJsonObject();
            if (object.has("properties")) {
                object.addProperty("additionalProperties", false);
            }
            object.entrySet().forEach(entry -> close(entry.getValue()));
        }
    }
}
