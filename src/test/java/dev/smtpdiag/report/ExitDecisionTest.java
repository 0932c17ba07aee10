package dev.smtpdiag.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Diagnosis;
import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.ReplyCode;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitDecisionTest {

    private final Recorder recorder = new Recorder(() -> 0, event -> {});
    private Diagnosis diagnosis = new Diagnosis(List.of(), List.of());

    private void reply(Stage stage, int code) {
        recorder.enter(stage);
        Reply reply = new Reply(new ReplyCode(code), null, List.of("text"), Set.of());
        recorder.record(stamp -> new Event.ReplyReceived(stamp, reply, "", Duration.ZERO));
    }

    private void end(Stage stage, StepResult result) {
        recorder.enter(stage);
        recorder.record(stamp -> new Event.StepEnded(stamp, result, Duration.ZERO));
    }

    private void fail(Stage stage, Failure failure) {
        end(stage, StepResult.failed(failure));
    }

    private void refuse(Stage stage, int... codes) {
        for (int code : codes) {
            reply(stage, code);
        }
        fail(stage, Failure.NEGATIVE_REPLY);
    }

    private void judge(boolean waived, CertificateProblem.Kind... kinds) {
        recorder.enter(Stage.TLS);
        List<CertificateProblem> problems = Stream.of(kinds)
                .map(kind -> new CertificateProblem(kind, 0, ""))
                .toList();
        recorder.record(stamp -> new Event.CertificateJudged(stamp, "mx", List.of(), problems, Instant.EPOCH, waived));
        end(Stage.TLS, StepResult.passed());
    }

    private void find(String id, Severity severity, Stage stage) {
        Finding finding = new Finding(id, severity, Confidence.CERTAIN, stage, List.of(), Map.of());
        diagnosis = new Diagnosis(List.of(finding), List.of());
    }

    private void assertExit(ExitCode code, Stage stage) {
        assertEquals(new Exit(code, Optional.of(stage)), ExitDecision.of(recorder.transcript(), diagnosis));
    }

    @Test
    void nothingWrong() {
        reply(Stage.GREETING, 220);
        end(Stage.GREETING, StepResult.passed());
        assertEquals(
                ExitCode.OK, ExitDecision.of(recorder.transcript(), diagnosis).code());
    }

    @ParameterizedTest
    @CsvSource({
        "RESOLVE, NAME_NOT_FOUND, DNS",
        "CONNECT, CONNECTION_REFUSED, UNREACHABLE",
        "CONNECT, UNREACHABLE, UNREACHABLE",
        "CONNECT, CONNECT_TIMEOUT, CONNECT_TIMEOUT",
        "GREETING, SILENCE, STEP_TIMEOUT",
        "EHLO, TIME_SPENT, STEP_TIMEOUT",
        "CONNECT, TIME_SPENT, STEP_TIMEOUT",
        "MAIL, CLOSED, CLOSED",
        "GREETING, MALFORMED, PROTOCOL",
        "MAIL, UNEXPECTED_REPLY, PROTOCOL",
        "TLS, HANDSHAKE, TLS",
        "TLS, WRONG_TLS_MODE, TLS_MODE",
        "GREETING, WRONG_TLS_MODE, TLS_MODE",
        "STARTTLS, NOT_OFFERED, STARTTLS_MISSING",
        "AUTH, NOT_OFFERED, AUTH_MISSING",
        "AUTH, NO_COMMON_MECHANISM, AUTH_MECHANISM",
        "AUTH, SERVER_UNPROVEN, AUTH_MECHANISM"
    })
    void failuresWithoutAReply(Stage stage, Failure failure, ExitCode code) {
        fail(stage, failure);
        assertExit(code, stage);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554, GREETING",
        "GREETING, 450, TEMPORARY",
        "GREETING, 421, TEMPORARY",
        "EHLO, 550, EHLO",
        "EHLO, 451, TEMPORARY",
        "STARTTLS, 502, TLS",
        "STARTTLS, 454, TLS",
        "STARTTLS, 421, TEMPORARY",
        "EHLO_TLS, 550, EHLO_AFTER_TLS",
        "EHLO_TLS, 450, TEMPORARY",
        "AUTH, 535, AUTH",
        "AUTH, 534, AUTH",
        "AUTH, 501, AUTH",
        "AUTH, 454, AUTH_TEMPORARY",
        "AUTH, 421, TEMPORARY",
        "AUTH, 500, AUTH_MECHANISM",
        "AUTH, 502, AUTH_MECHANISM",
        "AUTH, 503, AUTH_MECHANISM",
        "AUTH, 504, AUTH_MECHANISM",
        "MAIL, 550, MAIL",
        "MAIL, 452, TEMPORARY",
        "RCPT, 550, RCPT",
        "RCPT, 450, TEMPORARY",
        "RCPT, 421, TEMPORARY"
    })
    void refusals(Stage stage, int reply, ExitCode code) {
        refuse(stage, reply);
        assertExit(code, stage);
    }

    @Test
    void onePermanentRefusalAmongRecipientsDecides() {
        refuse(Stage.RCPT, 550, 450);
        assertExit(ExitCode.RCPT, Stage.RCPT);
    }

    @Test
    void theFirstFailureDecides() {
        refuse(Stage.MAIL, 550);
        refuse(Stage.RCPT, 450);
        assertExit(ExitCode.MAIL, Stage.MAIL);
    }

    @Test
    void quitAndSkippedStepsDecideNothing() {
        end(Stage.STARTTLS, StepResult.skipped(StepResult.Reason.NOT_OFFERED));
        fail(Stage.QUIT, Failure.CLOSED);
        assertEquals(
                ExitCode.OK, ExitDecision.of(recorder.transcript(), diagnosis).code());
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, CERT_EXPIRED",
        "NOT_YET_VALID, CERT_EXPIRED",
        "NAME_MISMATCH, CERT_NAME",
        "SELF_SIGNED, CERT_UNTRUSTED",
        "MISSING_INTERMEDIATE, CERT_UNTRUSTED",
        "UNKNOWN_ISSUER, CERT_UNTRUSTED",
        "TOO_WEAK, CERT_UNTRUSTED",
        "INVALID, CERT_UNTRUSTED"
    })
    void aBadCertificateDecidesAtItsStep(CertificateProblem.Kind kind, ExitCode code) {
        judge(false, kind, CertificateProblem.Kind.INVALID);
        refuse(Stage.EHLO_TLS, 550);
        assertExit(code, Stage.TLS);
    }

    @Test
    void aWaivedCertificateDecidesNothing() {
        judge(true, CertificateProblem.Kind.EXPIRED);
        assertEquals(
                ExitCode.OK, ExitDecision.of(recorder.transcript(), diagnosis).code());
    }

    @ParameterizedTest
    @CsvSource({
        "auth.required, MAIL, 530, AUTH_REQUIRED",
        "auth.tls-required, AUTH, 538, TLS_REQUIRED",
        "auth.tls-required, MAIL, 530, TLS_REQUIRED",
        "rcpt.relay-denied, RCPT, 554, RELAY"
    })
    void findingsThatTellMoreThanTheCode(String id, Stage stage, int reply, ExitCode code) {
        refuse(stage, reply);
        find(id, Severity.ERROR, stage);
        assertExit(code, stage);
    }

    @Test
    void unlessTheyAreOfAnotherStepOrLessSevere() {
        refuse(Stage.RCPT, 554);
        find("rcpt.relay-denied", Severity.ERROR, Stage.MAIL);
        assertExit(ExitCode.RCPT, Stage.RCPT);
        find("rcpt.relay-denied", Severity.WARNING, Stage.RCPT);
        assertExit(ExitCode.RCPT, Stage.RCPT);
        find("rcpt.refused", Severity.ERROR, Stage.RCPT);
        assertExit(ExitCode.RCPT, Stage.RCPT);
    }

    @Test
    void aSevereFindingAlone() {
        end(Stage.EHLO, StepResult.passed());
        find("some.finding", Severity.ERROR, Stage.EHLO);
        assertExit(ExitCode.FINDINGS, Stage.EHLO);
        find("some.finding", Severity.WARNING, Stage.EHLO);
        assertEquals(
                ExitCode.OK, ExitDecision.of(recorder.transcript(), diagnosis).code());
    }
}
