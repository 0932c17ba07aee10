package dev.smtpdiag.cli;

import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Moves what a transcript says of certificates to another day. Simulated servers make their certificates when they start,
 * and the JVM judges them by its own clock, so that a real handshake cannot be told the date.
 */
final class FixedDates {

    private FixedDates() {}

    static Transcript in(Transcript transcript, Instant now) {
        return new Transcript(transcript.events().stream()
                .map(event -> event instanceof Event.CertificateJudged judged ? moved(judged, now) : event)
                .toList());
    }

    private static Event moved(Event.CertificateJudged judged, Instant now) {
        List<CertificateFacts> chain = judged.chain().stream()
                .map(facts -> moved(facts, judged.judgedAt(), now))
                .toList();
        List<CertificateProblem> problems = judged.problems().stream()
                .map(problem -> moved(problem, judged.judgedAt(), now))
                .toList();
        List<CertificateProblem> remarks = judged.remarks().stream()
                .map(problem -> moved(problem, judged.judgedAt(), now))
                .toList();
        return new Event.CertificateJudged(
                judged.stamp(), judged.name(), chain, problems, remarks, now, judged.waived());
    }

    private static CertificateProblem moved(CertificateProblem problem, Instant then, Instant now) {
        return problem.kind().isAboutTime()
                ? new CertificateProblem(
                        problem.kind(),
                        problem.position(),
                        moved(Instant.parse(problem.detail()), then, now).toString())
                : problem;
    }

    private static CertificateFacts moved(CertificateFacts facts, Instant then, Instant now) {
        // The key is new with each server, too.
        String fingerprint = "0123456789abcdef".repeat(4);
        return new CertificateFacts(
                facts.subject(),
                facts.issuer(),
                moved(facts.notBefore(), then, now),
                moved(facts.notAfter(), then, now),
                facts.names(),
                facts.key(),
                facts.signature(),
                fingerprint,
                facts.selfSigned(),
                "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=",
                facts.caIssuers(),
                "");
    }

    /** To the hour, because a certificate is made a moment before it is judged. */
    private static Instant moved(Instant moment, Instant then, Instant now) {
        long hours = Math.round(Duration.between(then, moment).toMinutes() / 60.0);
        return now.plus(Duration.ofHours(hours));
    }
}
