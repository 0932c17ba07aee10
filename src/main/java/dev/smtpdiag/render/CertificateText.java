package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The certificate of a server in one line. */
final class CertificateText {

    private final Messages messages;

    CertificateText(Messages messages) {
        this.messages = messages;
    }

    Row row(Event.CertificateJudged judged) {
        CertificateFacts own = judged.chain().get(0);
        List<String> parts = new ArrayList<>();
        parts.add(own.subjectName());
        if (!own.selfSigned()) {
            parts.add(own.issuerName());
        }
        for (CertificateProblem problem : judged.problems()) {
            parts.add(problem(problem, judged));
        }
        if (judged.problems().isEmpty()) {
            long days = daysLeft(judged);
            parts.add(days == 1 ? messages.get("certificate.day-left") : messages.get("certificate.days-left", days));
        } else if (judged.waived()) {
            parts.add(messages.get("certificate.accepted"));
        }
        boolean soon =
                judged.remarks().stream().anyMatch(remark -> remark.kind() == CertificateProblem.Kind.EXPIRES_SOON);
        Row.Sign sign = judged.problems().isEmpty()
                ? soon ? Row.Sign.WARN : Row.Sign.GOOD
                : judged.decisive().isEmpty() ? Row.Sign.WARN : Row.Sign.BAD;
        String text = Neutral.text(String.join(", ", parts));
        return new Row(sign, messages.get("step.certificate"), text, Optional.<Duration>empty(), List.of());
    }

    /** Whole days until the server's certificate ends. */
    static long daysLeft(Event.CertificateJudged judged) {
        return ChronoUnit.DAYS.between(judged.judgedAt(), judged.chain().get(0).notAfter());
    }

    private String problem(CertificateProblem problem, Event.CertificateJudged judged) {
        String key = "certificate." + problem.kind().id();
        return switch (problem.kind()) {
            case EXPIRED -> {
                CertificateFacts bad = judged.chain().get(problem.position());
                long days = ChronoUnit.DAYS.between(bad.notAfter(), judged.judgedAt());
                yield days == 0 ? messages.get("certificate.expired-today") : messages.get(key, days);
            }
            case NOT_YET_VALID ->
                messages.get(
                        key,
                        judged.chain()
                                .get(problem.position())
                                .notBefore()
                                .toString()
                                .substring(0, 10));
            case NAME_MISMATCH -> messages.get(key, judged.name());
            case TOO_WEAK, WRONG_USAGE -> messages.get(key, problem.detail());
            default -> messages.get(key);
        };
    }
}
