package dev.smtpdiag.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.render.JsonDocument;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.smtp.Deviation;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.TrustView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema itself: it names what the code can say, and describes every field. */
class ReportSchemaTest {

    private static final JsonObject SCHEMA = ReportSchema.json();

    static Stream<Arguments> enumerations() {
        return Stream.of(
                Arguments.of("stage/enum", ids(Stage.values(), Stage::id)),
                Arguments.of("failure/enum", ids(Failure.values(), Failure::id)),
                Arguments.of("exit/properties/name/enum", ids(ExitCode.values(), ExitCode::id)),
                Arguments.of("exit/properties/code/enum", ids(ExitCode.values(), code -> "" + code.number())),
                Arguments.of("target/properties/tlsMode/enum", ids(TlsMode.values(), TlsMode::id)),
                Arguments.of("finding/properties/severity/enum", ids(Severity.values(), Severity::id)),
                Arguments.of("finding/properties/confidence/enum", ids(Confidence.values(), Confidence::id)),
                Arguments.of("step/properties/reason/enum", ids(StepResult.Reason.values(), StepResult.Reason::id)),
                Arguments.of(
                        "certificateProblem/properties/kind/enum",
                        ids(CertificateProblem.Kind.values(), CertificateProblem.Kind::id)),
                Arguments.of("trustView/properties/store/enum", ids(TrustView.Kind.values(), TrustView.Kind::id)),
                Arguments.of("event/properties/decision/enum", ids(Event.Decision.values(), Event.Decision::id)),
                Arguments.of(
                        "event/properties/reason/enum",
                        ids(MalformedReply.Reason.values(), ReportSchemaTest::kebabCase)),
                Arguments.of(
                        "reply/properties/deviations/items/enum",
                        ids(Deviation.values(), ReportSchemaTest::kebabCase)));
    }

    @ParameterizedTest
    @MethodSource("enumerations")
    void enumerationsAreThoseOfTheCode(String path, List<String> expected) {
        JsonElement found = SCHEMA.get("$defs");
        for (String name : path.split("/")) {
            found = found.getAsJsonObject().get(name);
        }
        List<String> named = new ArrayList<>();
        found.getAsJsonArray().forEach(value -> named.add(value.getAsString()));
        assertEquals(expected, named);
    }

    @Test
    void itsVersionIsThatOfTheDocuments() {
        int version = SCHEMA.getAsJsonObject("properties")
                .getAsJsonObject("schemaVersion")
                .get("const")
                .getAsInt();
        assertEquals(JsonDocument.SCHEMA_VERSION, version);
        assertEquals("urn:smtpdiag:report:" + version, SCHEMA.get("$id").getAsString());
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                SCHEMA.get("$schema").getAsString());
    }

    @Test
    void everyFieldIsDescribed() {
        List<String> silent = new ArrayList<>();
        collect(SCHEMA, "#", silent);
        assertEquals(List.of(), silent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"schemaVersion\": 2, \"tool\": {\"name\": \"smtpdiag\", \"version\": \"1\"},"
                        + " \"exit\": {\"code\": 0, \"name\": \"ok\", \"stage\": \"ehlo\"}, \"targets\": []}",
                "{\"schemaVersion\": 1, \"tool\": {\"name\": \"smtpdiag\", \"version\": \"1\"},"
                        + " \"exit\": {\"code\": 4, \"name\": \"ok\", \"stage\": \"ehlo\"}, \"targets\": []}",
                "{\"schemaVersion\": 1, \"tool\": {\"name\": \"smtpdiag\", \"version\": \"1\"},"
                        + " \"exit\": {\"code\": 0, \"name\": \"ok\", \"stage\": \"ehlo\"}}",
                "{\"schemaVersion\": 1, \"tool\": {\"name\": \"smtpdiag\", \"version\": \"1\"},"
                        + " \"exit\": {\"code\": 0, \"name\": \"ok\", \"stage\": \"ehlo\"}, \"targets\": [{}]}",
            })
    void refusesWhatIsNoReport(String document) {
        assertFalse(ReportSchema.errors(document).isEmpty());
    }

    @Test
    void onlyTheStrictVariantRefusesANewField() {
        String document = "{\"schemaVersion\": 1, \"tool\": {\"name\": \"smtpdiag\", \"version\": \"1\"},"
                + " \"exit\": {\"code\": 0, \"name\": \"ok\", \"stage\": \"ehlo\", \"new\": 1}, \"targets\": []}";
        assertEquals(List.of(), ReportSchema.errors(document));
        assertEquals(1, ReportSchema.strictErrors(document).size());
    }

    /** Collects the properties without a description, and the objects that do not say whether more may come. */
    private static void collect(JsonElement element, String path, List<String> silent) {
        if (element.isJsonArray()) {
            JsonArray array = element.getAsJsonArray();
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), path + "/" + i, silent);
            }
            return;
        }
        if (!element.isJsonObject()) {
            return;
        }
        JsonObject object = element.getAsJsonObject();
        boolean condition = path.endsWith("/if") || path.endsWith("/then") || path.endsWith("/else");
        if (object.has("properties") && !condition) {
            object.getAsJsonObject("properties").entrySet().forEach(property -> {
                if (!property.getValue().getAsJsonObject().has("description")) {
                    silent.add(path + "/" + property.getKey());
                }
            });
            assertTrue(object.has("additionalProperties"), path);
        }
        object.entrySet().forEach(entry -> collect(entry.getValue(), path + "/" + entry.getKey(), silent));
    }

    private static <T> List<String> ids(T[] values, java.util.function.Function<T, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    private static String kebabCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
