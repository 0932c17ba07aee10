package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.smtp.Extension;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One target of a JSON document. */
final class JsonTarget {

    private final JsonWriter json;
    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final JsonEvents events;

    JsonTarget(JsonWriter json, KnowledgeBase knowledge) {
        this.json = json;
        this.knowledge = knowledge;
        this.messages = Messages.ofReports(knowledge.language());
        this.events = new JsonEvents(json);
    }

    void write(Report report) throws IOException {
        json.beginObject();
        json.name("host").value(report.plan().target().host());
        json.name("port").value(report.plan().target().port());
        json.name("tlsMode").value(report.plan().tlsMode().id());
        Optional<MailService> service = new Case(report.plan(), report.transcript(), report.startedAt()).service();
        if (service.isPresent()) {
            json.name("provider").beginObject();
            json.name("id").value(service.get().id());
            json.name("name").value(service.get().name());
            json.endObject();
        }
        json.name("startedAt").value(report.startedAt().toString());
        JsonDocument.exit(json, report.exit());
        Optional<Finding> verdict = report.diagnosis().verdict();
        if (verdict.isPresent()) {
            json.name("verdict").value(verdict.get().id());
        }
        findings(report);
        addresses(report);
        steps(report);
        new JsonTls(json).write(report.transcript());
        extensions("extensions", report.transcript().extensionsInClear());
        extensions("extensionsUnderTls", report.transcript().extensionsUnderTls());
        events.write(report.transcript());
        json.endObject();
    }

    private void findings(Report report) throws IOException {
        json.name("findings").beginArray();
        for (Finding finding : report.diagnosis().findings()) {
            FindingWords words = FindingWords.of(finding, knowledge, messages);
            json.beginObject();
            json.name("id").value(finding.id());
            json.name("severity").value(finding.severity().id());
            json.name("confidence").value(finding.confidence().id());
            json.name("stage").value(finding.stage().id());
            json.name("title").value(words.title());
            strings("remedies", words.remedies());
            strings("alternatives", words.alternatives());
            json.name("evidence").beginArray();
            for (int line : finding.evidence()) {
                json.value(line);
            }
            json.endArray();
            json.name("arguments").beginObject();
            for (Map.Entry<String, String> argument : new TreeMap<>(finding.arguments()).entrySet()) {
                json.name(argument.getKey()).value(argument.getValue());
            }
            json.endObject();
            json.endObject();
        }
        json.endArray();
        if (!report.diagnosis().crashes().isEmpty()) {
            strings(
                    "crashedRules",
                    report.diagnosis().crashes().stream()
                            .map(Outcome.RuleCrashed::rule)
                            .toList());
        }
    }

    private void addresses(Report report) throws IOException {
        json.name("addresses").beginArray();
        for (Event event : report.transcript().events()) {
            if (event instanceof Event.Connected e) {
                address(e.endpoint().address(), null, Durations.millis(e.took()));
            } else if (event instanceof Event.ConnectFailed e) {
                address(e.endpoint().address(), e.failure(), Durations.millis(e.took()));
            } else if (event instanceof Event.AddressTried e) {
                address(e.endpoint().address(), e.failure(), Durations.millis(e.took()));
            }
        }
        json.endArray();
    }

    private void address(String address, @Nullable Failure failure, double millis) throws IOException {
        json.beginObject();
        json.name("address").value(address);
        json.name("result").value(failure == null ? "connected" : failure.id());
        json.name("durationMs").value(millis);
        json.endObject();
    }

    private void steps(Report report) throws IOException {
        json.name("steps").beginArray();
        for (Step step : report.transcript().steps()) {
            json.beginObject();
            json.name("stage").value(step.stage().id());
            if (step.result() instanceof StepResult.Failed failed) {
                json.name("result").value("failed");
                json.name("failure").value(failed.failure().id());
            } else if (step.result() instanceof StepResult.Skipped skipped) {
                json.name("result").value("skipped");
                json.name("reason").value(skipped.reason().id());
            } else {
                json.name("result").value("passed");
            }
            json.name("durationMs").value(Durations.millis(step.took()));
            if (step.reply().isPresent()) {
                json.name("reply");
                events.reply(step.reply().get());
            }
            json.endObject();
        }
        json.endArray();
    }

    private void extensions(String name, Optional<Extensions> extensions) throws IOException {
        if (extensions.isEmpty()) {
            return;
        }
        json.name(name).beginArray();
        for (Extension extension : extensions.get().all()) {
            json.beginObject();
            json.name("keyword").value(extension.keyword());
            strings("parameters", extension.parameters());
            json.endObject();
        }
        json.endArray();
    }

    private void strings(String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
