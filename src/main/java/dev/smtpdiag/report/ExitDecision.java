package dev.smtpdiag.report;

import dev.smtpdiag.diagnosis.Diagnosis;
import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the exit code, once, from what happened. The first failing step wins; a certificate that is not valid counts at
 * the step at which it was shown.
 */
final class ExitDecision {

    /** Findings that tell apart what the reply code alone does not. */
    private static final Map<String, ExitCode> BY_FINDING = Map.of(
            "auth.required", ExitCode.AUTH_REQUIRED,
            "auth.not-usable", ExitCode.AUTH_MECHANISM,
            "auth.tls-required", ExitCode.TLS_REQUIRED,
            "rcpt.relay-denied", ExitCode.RELAY,
            "tls.client-certificate", ExitCode.TLS);

    private ExitDecision() {}

    static Exit of(Transcript transcript, Diagnosis diagnosis) {
        for (Step step : transcript.steps()) {
            Optional<ExitCode> code = codeOf(step, diagnosis);
            if (code.isPresent()) {
                return new Exit(code.get(), Optional.of(step.stage()));
            }
        }
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding -> new Exit(
                        finding.id().equals("certificate.expires-soon") ? ExitCode.CERT_EXPIRED : ExitCode.FINDINGS,
                        Optional.of(finding.stage())))
                .orElseGet(() -> new Exit(ExitCode.OK, lastStage(transcript)));
    }

    /** How far the walk went. */
    private static Optional<Stage> lastStage(Transcript transcript) {
        return transcript.steps().stream()
                .map(Step::stage)
                .filter(stage -> stage != Stage.QUIT)
                .reduce((earlier, later) -> later);
    }

    private static Optional<ExitCode> codeOf(Step step, Diagnosis diagnosis) {
        if (step.stage() == Stage.QUIT) {
            return Optional.empty();
        }
        if (step.result() instanceof StepResult.Failed failed) {
            return Optional.of(codeOf(step, failed.failure(), diagnosis));
        }
        return step.last(Event.CertificateJudged.class)
                .flatMap(Event.CertificateJudged::decisive)
                .map(problem -> codeOf(problem.kind()));
    }

    private static ExitCode codeOf(CertificateProblem.Kind strongest) {
        return switch (strongest) {
            case EXPIRED, NOT_YET_VALID -> ExitCode.CERT_EXPIRED;
            case NAME_MISMATCH -> ExitCode.CERT_NAME;
            default -> ExitCode.CERT_UNTRUSTED;
        };
    }

    private static ExitCode codeOf(Step step, Failure failure, Diagnosis diagnosis) {
        return switch (failure) {
            case NAME_NOT_FOUND -> ExitCode.DNS;
            case CONNECTION_REFUSED, UNREACHABLE -> ExitCode.UNREACHABLE;
            case CONNECT_TIMEOUT -> ExitCode.CONNECT_TIMEOUT;
            case SILENCE, TIME_SPENT -> ExitCode.STEP_TIMEOUT;
            case CLOSED -> ExitCode.CLOSED;
            case MALFORMED, UNEXPECTED_REPLY -> ExitCode.PROTOCOL;
            case HANDSHAKE -> ExitCode.TLS;
            case WRONG_TLS_MODE -> ExitCode.TLS_MODE;
            case NOT_OFFERED -> step.stage() == Stage.AUTH ? ExitCode.AUTH_MISSING : ExitCode.STARTTLS_MISSING;
            case NO_COMMON_MECHANISM, SERVER_UNPROVEN -> ExitCode.AUTH_MECHANISM;
            case NEGATIVE_REPLY -> refused(step, diagnosis);
        };
    }

    private static ExitCode refused(Step step, Diagnosis diagnosis) {
        for (Finding finding : diagnosis.findings()) {
            ExitCode special = BY_FINDING.get(finding.id());
            if (special != null && finding.severity() == Severity.ERROR && finding.stage() == step.stage()) {
                return special;
            }
        }
        boolean permanent = isPermanent(step);
        boolean leaving = step.reply().filter(reply -> reply.is(421)).isPresent();
        if (leaving) {
            return ExitCode.TEMPORARY;
        }
        return switch (step.stage()) {
            case STARTTLS -> ExitCode.TLS;
            case AUTH -> login(step.reply());
            case GREETING -> permanent ? ExitCode.GREETING : ExitCode.TEMPORARY;
            case EHLO -> permanent ? ExitCode.EHLO : ExitCode.TEMPORARY;
            case EHLO_TLS -> permanent ? ExitCode.EHLO_AFTER_TLS : ExitCode.TEMPORARY;
            case MAIL -> permanent ? ExitCode.MAIL : ExitCode.TEMPORARY;
            case RCPT -> permanent ? ExitCode.RCPT : ExitCode.TEMPORARY;
            default -> ExitCode.PROTOCOL;
        };
    }

    /** The last reply decides, but a recipient that is refused for good stays refused, whatever the next one gets. */
    private static boolean isPermanent(Step step) {
        List<Event.ReplyReceived> replies = step.all(Event.ReplyReceived.class);
        int first = step.stage() == Stage.RCPT ? 0 : Math.max(0, replies.size() - 1);
        return replies.subList(first, replies.size()).stream()
                .anyMatch(received -> received.reply().code().isPermanent());
    }

    private static ExitCode login(Optional<Reply> reply) {
        if (reply.isEmpty()) {
            return ExitCode.PROTOCOL;
        }
        if (reply.get().code().isTransient()) {
            return ExitCode.AUTH_TEMPORARY;
        }
        // The command or the mechanism is not understood: this is not about the password.
        return reply.get().is(500, 502, 503, 504) ? ExitCode.AUTH_MECHANISM : ExitCode.AUTH;
    }
}
