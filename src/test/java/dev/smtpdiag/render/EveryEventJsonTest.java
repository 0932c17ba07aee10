package dev.smtpdiag.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.smtpdiag.diagnosis.Diagnosis;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.e2e.ReportSchema;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.report.Exit;
import dev.smtpdiag.report.ExitCode;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.smtp.Deviation;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.MechanismNeed;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.ReplyCode;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.FetchedCertificate;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Stamp;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import dev.smtpdiag.transcript.Trial;
import dev.smtpdiag.transcript.TrustView;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A transcript with one event of every kind, which no single server can cause. */
class EveryEventJsonTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration TOOK = Duration.ofNanos(1_234_567);
    private static final Endpoint ENDPOINT = new Endpoint("2001:db8::10", 587);
    private static final Transcript TRANSCRIPT = transcript();
    private static final String DOCUMENT = document(new Diagnosis(List.of(), List.of()));

    @Test
    void theTranscriptHereHoldsEveryKindOfEvent() {
        Set<Class<?>> held = new HashSet<>();
        TRANSCRIPT.events().forEach(event -> held.add(event.getClass()));
        assertEquals(Set.of(Event.class.getPermittedSubclasses()), held);
    }

    @Test
    void keepsToTheSchema() {
        assertEquals(List.of(), ReportSchema.errors(DOCUMENT));
        assertEquals(List.of(), ReportSchema.strictErrors(DOCUMENT));
    }

    @Test
    void namesEveryTypeOfTheSchema() {
        JsonArray described = ReportSchema.json()
                .getAsJsonObject("$defs")
                .getAsJsonObject("event")
                .getAsJsonObject("properties")
                .getAsJsonObject("type")
                .getAsJsonArray("enum");
        Set<String> types = new HashSet<>();
        events().forEach(event -> types.add(event.getAsJsonObject().get("type").getAsString()));
        Set<String> expected =
                described.asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet());
        assertEquals(expected, types);
    }

    @Test
    void theEndOfAStepIsAStepAndNoEvent() {
        assertEquals(TRANSCRIPT.events().size() - 3, events().size());
        JsonArray steps = target().getAsJsonArray("steps");
        assertEquals(
                List.of("passed", "failed", "skipped"),
                steps.asList().stream()
                        .map(step -> step.getAsJsonObject().get("result").getAsString())
                        .toList());
        assertEquals("closed", steps.get(1).getAsJsonObject().get("failure").getAsString());
        assertEquals("not-offered", steps.get(2).getAsJsonObject().get("reason").getAsString());
    }

    @Test
    void timesAreMillisecondsWithMicroseconds() {
        JsonObject reply = events().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(event -> event.get("type").getAsString().equals("reply"))
                .findFirst()
                .orElseThrow();
        assertEquals(1.234, reply.get("durationMs").getAsDouble());
        assertEquals("2026-03-02T12:00:00Z", target().get("startedAt").getAsString());
    }

    @Test
    void octetsComeBackOneForOne() {
        JsonObject unexpected = events().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(event -> event.get("type").getAsString().equals("unexpected-bytes"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "\u0000\u0001\"\\\u007f\u0080\u00ff\r\n", unexpected.get("raw").getAsString());
    }

    @Test
    void everyDeviationHasAName() {
        JsonObject reply =
                target().getAsJsonArray("steps").get(0).getAsJsonObject().getAsJsonObject("reply");
        assertEquals(
                Deviation.values().length, reply.getAsJsonArray("deviations").size());
        assertEquals("5.7.8", reply.get("enhanced").getAsString());
    }

    @Test
    void rulesThatCrashedAreNamed() {
        String crashed = document(new Diagnosis(
                List.of(), List.of(new Outcome.RuleCrashed("some.rule", "NullPointerException: secret"))));
        assertEquals(List.of(), ReportSchema.strictErrors(crashed));
        assertTrue(crashed.contains("\"some.rule\""), crashed);
        assertEquals(-1, crashed.indexOf("NullPointerException"), "what it said may quote the server");
        assertEquals(-1, DOCUMENT.indexOf("crashedRules"));
    }

    @Test
    void severalTargetsMakeOneDocument() {
        Report report = report(new Diagnosis(List.of(), List.of()));
        String document = new JsonDocument("1.2.3", KnowledgeBase.in(Language.ENGLISH)).render(List.of(report, report));
        assertEquals(List.of(), ReportSchema.strictErrors(document));
        assertEquals(2, parsed(document).getAsJsonArray("targets").size());
    }

    private static JsonArray events() {
        return target().getAsJsonArray("transcript");
    }

    private static JsonObject target() {
        return parsed(DOCUMENT).getAsJsonArray("targets").get(0).getAsJsonObject();
    }

    private static JsonObject parsed(String document) {
        return new Gson().fromJson(document, JsonObject.class);
    }

    private static String document(Diagnosis diagnosis) {
        return new JsonDocument("1.2.3", KnowledgeBase.in(Language.ENGLISH)).render(List.of(report(diagnosis)));
    }

    private static Report report(Diagnosis diagnosis) {
        return new Report(
                NOON,
                Planner.DEFAULT.plan(Target.parse("mx.example.com")),
                TRANSCRIPT,
                diagnosis,
                new Exit(ExitCode.CLOSED, Optional.of(Stage.EHLO)));
    }

    private static Transcript transcript() {
        AtomicLong nanos = new AtomicLong();
        Recorder recorder = new Recorder(() -> nanos.addAndGet(1_000_000), event -> {});
        Reply reply = new Reply(
                new ReplyCode(535),
                EnhancedStatusCode.parse("5.7.8"),
                List.of("5.7.8 no", "5.7.8 never"),
                EnumSet.allOf(Deviation.class));
        List<Function<Stamp, Event>> first = List.of(
                stamp -> new Event.AddressesResolved(stamp, "mx.example.com", List.of("2001:db8::10"), TOOK),
                stamp -> new Event.ResolveFailed(stamp, "mx.example.com", "no IPv4 address", TOOK),
                stamp -> new Event.Connected(stamp, ENDPOINT, new Endpoint("::1", 4711), TOOK),
                stamp -> new Event.ConnectFailed(stamp, ENDPOINT, Failure.UNREACHABLE, "No route to host", TOOK),
                stamp -> new Event.AddressTried(stamp, ENDPOINT, null, TOOK),
                stamp -> new Event.AddressTried(stamp, ENDPOINT, Failure.CONNECT_TIMEOUT, TOOK),
                stamp -> new Event.CommandSent(stamp, "EHLO client.example.org"),
                stamp -> new Event.ReplyReceived(stamp, reply, "535-5.7.8 no\r\n535 5.7.8 never\r\n", TOOK),
                stamp -> new Event.StepEnded(stamp, StepResult.passed(), TOOK));
        record(recorder, Stage.CONNECT, first);
        record(recorder, Stage.TLS, secondPart());
        record(
                recorder,
                Stage.STARTTLS,
                List.of(stamp ->
                        new Event.StepEnded(stamp, StepResult.skipped(StepResult.Reason.NOT_OFFERED), Duration.ZERO)));
        return recorder.transcript();
    }

    private static List<Function<Stamp, Event>> secondPart() {
        MalformedReply malformed = new MalformedReply(MalformedReply.Reason.ENDLESS_LINE, List.of("xxx"));
        List<CertificateProblem> problems = Arrays.stream(CertificateProblem.Kind.values())
                .map(kind -> new CertificateProblem(kind, 0, "why"))
                .toList();
        return List.of(
                stamp -> new Event.TlsEstablished(stamp, "TLSv1.3", "TLS_AES_256_GCM_SHA384", TOOK),
                stamp -> new Event.CertificateJudged(
                        stamp, "mx.example.com", List.of(certificate()), problems, NOON, false),
                stamp -> new Event.CertificateRequested(stamp, List.of("CN=Example CA"), 1, false),
                stamp -> new Event.MechanismTried(stamp, "PLAIN", new Trial.Works(reply(235)), TOOK),
                stamp -> new Event.MechanismTried(stamp, "LOGIN", new Trial.Fails(Failure.CLOSED, null), TOOK),
                stamp -> new Event.MechanismTried(stamp, "X", new Trial.Missing(MechanismNeed.CHANNEL_BINDING), TOOK),
                stamp -> new Event.MechanismTried(stamp, "CRAM-MD5", new Trial.Spared(), TOOK),
                stamp -> new Event.TlsFailed(stamp, "handshake_failure", "Received fatal alert", "220 hi\r\n", TOOK),
                stamp -> new Event.TlsFailed(stamp, null, "no alert", "", "TLSv1", TOOK),
                stamp -> new Event.MalformedReceived(stamp, malformed, "xxx", TOOK),
                stamp -> new Event.UnexpectedBytes(stamp, "\u0000\u0001\"\\\u007f\u0080\u00ff\r\n"),
                stamp -> new Event.TimedOut(stamp, TOOK, "25"),
                stamp -> new Event.Decided(stamp, Event.Decision.HELO_FALLBACK),
                stamp -> new Event.TrustCompared(
                        stamp,
                        List.of(
                                new TrustView(TrustView.Kind.JVM, "/opt/java/cacerts", 140, ""),
                                new TrustView(TrustView.Kind.CACERT, "ca.pem", 1, "Example CA"))),
                stamp -> new Event.IntermediatesFetched(
                        stamp,
                        List.of(
                                new FetchedCertificate("http://ca.example/1", "Example CA", ""),
                                new FetchedCertificate("http://ca.example/2", "", "HTTP status 404")),
                        true),
                stamp -> new Event.OtherCertificate(stamp, Optional.empty(), List.of(certificate()), false, true, ""),
                stamp -> new Event.NamesFound(stamp, List.of("a.example"), List.of("mx.example"), List.of()),
                stamp -> new Event.Closed(stamp, true, "", TOOK),
                stamp -> new Event.Closed(stamp, false, "", TOOK),
                stamp -> new Event.StepEnded(stamp, StepResult.failed(Failure.CLOSED), TOOK));
    }

    private static Reply reply(int code) {
        return new Reply(new ReplyCode(code), null, List.of("Welcome"), Set.of());
    }

    private static CertificateFacts certificate() {
        return new CertificateFacts(
                "CN=mx.example.com",
                "CN=Example CA",
                NOON.minus(Duration.ofDays(1)),
                NOON.plus(Duration.ofDays(1)),
                List.of("mx.example.com", "192.0.2.10"),
                "RSA 2048",
                "SHA256withRSA",
                "0f".repeat(32),
                false);
    }

    private static void record(Recorder recorder, Stage stage, List<Function<Stamp, Event>> events) {
        events.forEach(event -> recorder.recordBeside(stage, event));
    }
}
