package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether it may be our own clock that makes certificates look too old or too new. */
final class Clocks {

    /** A date as mail writes it (RFC 5322 3.3); some servers have one in their greeting. */
    private static final Pattern DATE =
            Pattern.compile("[A-Z][a-z]{2}, (\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4})");

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss xx", java.util.Locale.ENGLISH);

    private static final Duration TOLERANCE = Duration.ofDays(1);

    private Clocks() {}

    static void describe(Draft draft, Case subject, Event.CertificateJudged judged, Kind kind) {
        boolean all = judged.chain().size() > 1
                && judged.chain().stream().allMatch(certificate -> isOff(certificate, judged.judgedAt(), kind));
        Optional<Instant> server = ofServer(subject)
                .filter(date -> Duration.between(date, judged.judgedAt()).abs().compareTo(TOLERANCE) > 0);
        draft.flag("clock", all || server.isPresent())
                .flag("clock-too", !all && server.isEmpty())
                .argument("server-date", server.map(Clocks::day))
                .argument("today", day(judged.judgedAt()));
    }

    private static boolean isOff(CertificateFacts certificate, Instant now, Kind kind) {
        return kind == Kind.EXPIRED ? now.isAfter(certificate.notAfter()) : now.isBefore(certificate.notBefore());
    }

    private static Optional<Instant> ofServer(Case subject) {
        Optional<Reply> greeting = subject.transcript().reply(Stage.GREETING);
        Matcher matcher = DATE.matcher(greeting.map(Reply::oneLine).orElse(""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(matcher.group(1), FORM).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
