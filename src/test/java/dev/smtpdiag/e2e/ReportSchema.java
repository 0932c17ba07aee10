package dev.smtpdiag.e2e;

import com.google.gson.JsonObject;
import java.util.List;

/** The published schema of JSON reports. */
public final class ReportSchema {

    private ReportSchema() {}

    public static JsonObject json() {
        return PublishedSchema.REPORT.json();
    }

    /** What the published schema has against a document; nothing when it is valid. */
    public static List<String> errors(String document) {
        return PublishedSchema.REPORT.errors(document);
    }

    /** The same, and every field that the schema does not describe. */
    public static List<String> strictErrors(String document) {
        return PublishedSchema.REPORT.strictErrors(document);
    }
}
