package dev.smtpdiag.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.ReplyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final Endpoint ENDPOINT = new Endpoint("192.0.2.1", 25);

    private final Recorder recorder = new Recorder(() -> 0, event -> {});

    private void reply(Stage stage, int code, String... lines) {
        recorder.enter(stage);
        Reply reply = new Reply(new ReplyCode(code), null, List.of(lines), Set.of());
        recorder.record(stamp -> new Event.ReplyReceived(stamp, reply, "", Duration.ZERO));
    }

    private void end(StepResult result) {
        recorder.record(stamp -> new Event.StepEnded(stamp, result, Duration.ofMillis(7)));
    }

    private Transcript transcript() {
        return recorder.transcript();
    }

    private static List<String> offered(Optional<Extensions> extensions) {
        return extensions.orElseThrow().all().stream().map(Object::toString).toList();
    }

    @Test
    void stepsHoldTheirOwnEvents() {
        reply(Stage.GREETING, 220, "hi");
        end(StepResult.passed());
        recorder.enter(Stage.EHLO);
        recorder.record(stamp -> new Event.CommandSent(stamp, "EHLO x"));
        recorder.recordBeside(Stage.CONNECT, stamp -> new Event.AddressTried(stamp, ENDPOINT, null, Duration.ZERO));
        reply(Stage.EHLO, 502, "no");
        reply(Stage.EHLO, 250, "yes");
        end(StepResult.passed());
        List<Step> steps = transcript().steps();
        assertEquals(
                List.of(Stage.GREETING, Stage.EHLO),
                steps.stream().map(Step::stage).toList());
        Step ehlo = steps.get(1);
        assertEquals(3, ehlo.events().size());
        assertEquals(Duration.ofMillis(7), ehlo.took());
        assertEquals(Optional.of(250), ehlo.reply().map(r -> r.code().value()));
        assertEquals(2, ehlo.all(Event.ReplyReceived.class).size());
        assertEquals("EHLO x", ehlo.last(Event.CommandSent.class).orElseThrow().display());
        assertEquals(1, transcript().all(Event.AddressTried.class).size());
    }

    @Test
    void aStepWithoutAnEndIsNoStep() {
        reply(Stage.GREETING, 220, "hi");
        assertEquals(List.of(), transcript().steps());
        assertTrue(transcript().step(Stage.GREETING).isEmpty());
        assertTrue(transcript().reply(Stage.GREETING).isEmpty());
    }

    @Test
    void theFirstFailureLeavesQuitAside() {
        reply(Stage.GREETING, 220, "hi");
        end(StepResult.passed());
        reply(Stage.QUIT, 500, "what");
        end(StepResult.failed(Failure.NEGATIVE_REPLY));
        assertTrue(transcript().firstFailure().isEmpty());
        reply(Stage.MAIL, 550, "no");
        end(StepResult.failed(Failure.NEGATIVE_REPLY));
        reply(Stage.RCPT, 503, "no");
        end(StepResult.failed(Failure.CLOSED));
        assertEquals(Stage.MAIL, transcript().firstFailure().orElseThrow().stage());
        assertEquals(
                Optional.of(Failure.NEGATIVE_REPLY),
                transcript().firstFailure().orElseThrow().failure());
    }

    @Test
    void aSkippedStepIsNeitherPassedNorFailed() {
        recorder.enter(Stage.STARTTLS);
        end(StepResult.skipped(StepResult.Reason.NOT_OFFERED));
        Step step = transcript().step(Stage.STARTTLS).orElseThrow();
        assertFalse(step.isPassed());
        assertTrue(step.failure().isEmpty());
        assertTrue(step.reply().isEmpty());
        assertTrue(transcript().firstFailure().isEmpty());
    }

    @Test
    void extensionsBeforeAndUnderTls() {
        assertTrue(transcript().extensionsInClear().isEmpty());
        assertEquals(Extensions.NONE, transcript().extensions());
        reply(Stage.EHLO, 250, "mx", "STARTTLS");
        assertEquals(List.of("STARTTLS"), offered(transcript().extensionsInClear()));
        assertEquals(List.of("STARTTLS"), offered(Optional.of(transcript().extensions())));
        assertTrue(transcript().extensionsUnderTls().isEmpty());
        recorder.secured();
        reply(Stage.EHLO_TLS, 250, "mx", "AUTH PLAIN");
        assertEquals(List.of("STARTTLS"), offered(transcript().extensionsInClear()));
        assertEquals(List.of("AUTH PLAIN"), offered(transcript().extensionsUnderTls()));
        assertEquals(List.of("AUTH PLAIN"), offered(Optional.of(transcript().extensions())));
    }

    @Test
    void extensionsOfImplicitTls() {
        recorder.secured();
        reply(Stage.EHLO, 250, "mx", "AUTH PLAIN");
        assertTrue(transcript().extensionsInClear().isEmpty());
        assertEquals(List.of("AUTH PLAIN"), offered(transcript().extensionsUnderTls()));
    }

    @Test
    void refusedEhloAndOtherStepsAnnounceNothing() {
        reply(Stage.GREETING, 220, "mx", "STARTTLS");
        reply(Stage.EHLO, 550, "mx", "STARTTLS");
        reply(Stage.MAIL, 250, "mx", "STARTTLS");
        assertTrue(transcript().extensionsInClear().isEmpty());
    }

    @Test
    void endpointsPrintAsPeopleWriteThem() {
        assertEquals("192.0.2.1:25", ENDPOINT.toString());
        assertEquals("[2001:db8::1]:587", new Endpoint("2001:db8::1", 587).toString());
    }

    @Test
    void namesForScripts() {
        assertEquals("ehlo-tls", Stage.EHLO_TLS.id());
        assertEquals("name-not-found", Failure.NAME_NOT_FOUND.id());
        assertEquals("certificate-not-valid", StepResult.Reason.CERTIFICATE_NOT_VALID.id());
        assertEquals("not-yet-valid", CertificateProblem.Kind.NOT_YET_VALID.id());
        assertEquals("silent-port-speaks-tls", Event.Decision.SILENT_PORT_SPEAKS_TLS.id());
    }

    @Test
    void commonNamesOfCertificates() {
        assertEquals("mx.example", facts("CN=mx.example,O=Example").subjectName());
        assertEquals("Example, Inc.", facts("O=x, cn=Example\\, Inc.").subjectName());
        assertEquals("O=Example", facts("O=Example").subjectName());
        assertEquals("O=CN Ltd", facts("O=CN Ltd").issuerName());
    }

    private static CertificateFacts facts(String name) {
        return new CertificateFacts(
                name, name, Instant.EPOCH, Instant.EPOCH, List.of(), "RSA 2048", "SHA256withRSA", "00", true);
    }
}
