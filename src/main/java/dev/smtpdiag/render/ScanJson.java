package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.scan.Features;
import dev.smtpdiag.scan.Gap;
import dev.smtpdiag.scan.Known;
import dev.smtpdiag.scan.ServerCertificate;
import dev.smtpdiag.scan.TlsScan;
import dev.smtpdiag.scan.VersionScan;
import dev.smtpdiag.scan.VersionScan.SuiteUse;
import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A scan as one JSON document, as {@code docs/tls.schema.json} describes it. What is not known is absent. A new field may
 * appear in any release; a field that changes its meaning or goes away changes {@link #SCHEMA_VERSION}.
 */
public final class ScanJson {

    public static final int SCHEMA_VERSION = 1;

    private final String version;
    private final KnowledgeBase knowledge;

    /**
     * @param version of smtpdiag
     */
    public ScanJson(String version, KnowledgeBase knowledge) {
        this.version = version;
        this.knowledge = knowledge;
    }

    /** The whole document. */
    public String render(ScanReport report) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("schemaVersion").value(SCHEMA_VERSION);
            json.name("tool").beginObject();
            json.name("name").value("smtpdiag");
            json.name("version").value(version);
            json.endObject();
            JsonDocument.exit(json, report.exit());
            target(json, report);
            if (report.scan().isPresent()) {
                scan(json, report.scan().get());
            }
            findings(json, report.findings());
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void target(JsonWriter json, ScanReport report) throws IOException {
        json.name("target").beginObject();
        json.name("host").value(report.plan().target().host());
        json.name("port").value(report.plan().target().port());
        json.name("tls").value(report.plan().tlsMode().id());
        if (report.scan().isPresent()) {
            json.name("address").value(report.scan().get().endpoint().address());
        }
        json.endObject();
    }

    private static void scan(JsonWriter json, TlsScan scan) throws IOException {
        json.name("startedAt").value(scan.startedAt().toString());
        json.name("connections").value(scan.connections());
        json.name("turnedAway").value(scan.setbacks());
        json.name("complete").value(scan.gaps().stream().allMatch(gap -> gap.reason() == Gap.Reason.NOT_POSSIBLE));
        json.name("versions").beginArray();
        for (VersionScan each : scan.versions()) {
            version(json, each);
        }
        json.endArray();
        json.name("certificates").beginArray();
        for (ServerCertificate certificate : scan.certificates()) {
            certificate(json, certificate, scan);
        }
        json.endArray();
        features(json, scan.features());
        json.name("notKnown").beginArray();
        for (Gap gap : scan.gaps()) {
            json.beginObject();
            json.name("what").value(gap.what());
            json.name("version").value(gap.about());
            json.name("reason").value(gap.reason().id());
            json.endObject();
        }
        json.endArray();
    }

    private static void version(JsonWriter json, VersionScan scan) throws IOException {
        json.beginObject();
        json.name("version").value(scan.version().label());
        known(json, "accepted", scan.accepted());
        json.name("rating").value(scan.rating().id());
        if (scan.accepted() == Known.NO) {
            json.name("refusal").value(scan.refusal());
        }
        if (scan.accepted() == Known.YES) {
            json.name("order").value(scan.order().id());
            json.name("suitesComplete").value(scan.suitesComplete());
            json.name("suites").beginArray();
            for (SuiteUse use : scan.suites()) {
                suite(json, use);
            }
            json.endArray();
            json.name("groupsComplete").value(scan.groupsComplete());
            json.name("groups").beginArray();
            for (NamedGroup group : scan.groups()) {
                json.beginObject();
                json.name("code").value(group.code());
                json.name("name").value(group.name());
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    private static void suite(JsonWriter json, SuiteUse use) throws IOException {
        json.beginObject();
        json.name("code").value(use.suite().number());
        json.name("name").value(use.suite().name());
        json.name("openssl").value(use.suite().openssl());
        json.name("keyExchange").value(use.suite().exchange());
        json.name("authentication").value(use.suite().authentication());
        json.name("cipher").value(use.suite().cipher());
        json.name("forwardSecrecy").value(use.suite().forwardSecrecy());
        json.name("rating").value(use.suite().rating().id());
        if (use.dhBits() > 0) {
            json.name("dhBits").value(use.dhBits());
        }
        json.endObject();
    }

    private static void certificate(JsonWriter json, ServerCertificate certificate, TlsScan scan) throws IOException {
        json.beginObject();
        json.name("keyType").value(certificate.keyType());
        json.name("key").value(certificate.facts().key());
        json.name("subject").value(certificate.facts().subject());
        json.name("issuer").value(certificate.facts().issuer());
        json.name("names").beginArray();
        for (String name : certificate.facts().names()) {
            json.value(name);
        }
        json.endArray();
        json.name("notBefore").value(certificate.facts().notBefore().toString());
        json.name("notAfter").value(certificate.facts().notAfter().toString());
        json.name("daysLeft")
                .value(ChronoUnit.DAYS.between(
                        scan.startedAt(), certificate.facts().notAfter()));
        json.name("signature").value(certificate.facts().signature());
        json.name("sha256").value(certificate.facts().sha256());
        json.name("chainLength").value(certificate.chain());
        json.name("versions").beginArray();
        for (ProtocolVersion version : certificate.versions()) {
            json.value(version.label());
        }
        json.endArray();
        json.endObject();
    }

    private static void features(JsonWriter json, Features features) throws IOException {
        json.name("features").beginObject();
        known(json, "secureRenegotiation", features.secureRenegotiation());
        known(json, "extendedMasterSecret", features.extendedMasterSecret());
        known(json, "encryptThenMac", features.encryptThenMac());
        known(json, "compression", features.compression());
        known(json, "ocspStapling", features.stapling());
        known(json, "clientCertificate", features.clientCertificate());
        known(json, "sessionIds", features.sessionIds());
        known(json, "sessionTickets", features.sessionTickets());
        json.name("resumption").beginArray();
        for (ProtocolVersion version : ProtocolVersion.values()) {
            Known resumed = features.resumption().get(version);
            if (resumed != null) {
                json.beginObject();
                json.name("version").value(version.label());
                known(json, "resumed", resumed);
                json.endObject();
            }
        }
        json.endArray();
        json.endObject();
    }

    private void findings(JsonWriter json, List<Finding> findings) throws IOException {
        json.name("findings").beginArray();
        for (Finding finding : findings) {
            FindingWords words = FindingWords.of(finding, knowledge, Messages.ofReports(knowledge.language()));
            json.beginObject();
            json.name("id").value(finding.id());
            json.name("severity").value(finding.severity().id());
            json.name("title").value(words.title());
            json.name("summary").value(String.join("\n\n", words.summary()));
            json.name("remedies").beginArray();
            for (String remedy : words.remedies()) {
                json.value(remedy);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private static void known(JsonWriter json, String name, Known known) throws IOException {
        if (known != Known.UNKNOWN) {
            json.name(name).value(known == Known.YES);
        }
    }
}
