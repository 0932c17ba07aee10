package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Challenges;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.FetchedCertificate;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The transcript in the notation that swaks made familiar: {@code <-} and {@code ->} in clear, {@code <~} and {@code ~>}
 * under TLS, {@code **} where a reply is not what was hoped for, {@code ===} for remarks, {@code ***} for trouble.
 */
final class TranscriptText {

    private static final String REMARK = "=== ";
    private static final String TROUBLE = "*** ";
    /** Number, time and arrow, under which a decoded challenge stands without a number of its own. */
    private static final int MARGIN = 18;

    private final Messages messages;
    private final Quantities quantities;
    private final TroubleText troubles;
    private final Theme theme;

    TranscriptText(Messages messages, Theme theme) {
        this.messages = messages;
        this.quantities = new Quantities(messages.language());
        this.troubles = new TroubleText(messages);
        this.theme = theme;
    }

    List<String> lines(Transcript transcript) {
        Challenges challenges = Challenges.in(transcript.events());
        ChallengeText challengeText = new ChallengeText(messages);
        List<String> lines = new ArrayList<>();
        for (Event event : transcript.events()) {
            int number = event.stamp().line();
            for (String content : contents(event)) {
                String prefix = TextWidth.padLeft(Integer.toString(number), 3) + "  "
                        + TextWidth.padLeft(Durations.seconds(event.stamp().at()), 7) + "  ";
                lines.add(theme.faint(prefix) + paint(content));
                number++;
            }
            if (event instanceof Event.ReplyReceived reply) {
                challenges
                        .at(reply)
                        .ifPresent(
                                challenge -> lines.add(theme.faint(" ".repeat(MARGIN) + challengeText.of(challenge))));
            }
        }
        return lines;
    }

    /** The content of one line, without number and time, as evidence shows it; empty when there is no such line. */
    static String content(Transcript transcript, int number, Messages messages) {
        for (Event event : transcript.events()) {
            int first = event.stamp().line();
            if (number >= first && number < first + event.lineCount()) {
                TranscriptText plain = new TranscriptText(messages, Theme.PLAIN);
                String line = plain.contents(event).get(number - first);
                boolean isReply = event instanceof Event.ReplyReceived;
                return isReply ? line.substring(4) : line.replaceFirst("^(=== |\\*\\*\\* | ->\\s| ~>\\s)", "");
            }
        }
        return "";
    }

    private String paint(String content) {
        if (content.startsWith(TROUBLE) || content.startsWith("<**") || content.startsWith("<~*")) {
            return theme.bad(content);
        }
        return content.startsWith(REMARK) ? theme.faint(content) : content;
    }

    /** As many as the event has lines. */
    private List<String> contents(Event event) {
        if (event instanceof Event.ReplyReceived e) {
            return reply(e);
        }
        if (event instanceof Event.StepEnded) {
            return List.of();
        }
        if (event instanceof Event.CommandSent e) {
            return List.of((e.stamp().secure() ? " ~> " : " -> ") + Neutral.text(e.display()));
        }
        if (event instanceof Event.TrustCompared e) {
            TrustText text = new TrustText(messages);
            return e.views().stream().map(view -> REMARK + text.line(view)).toList();
        }
        if (event instanceof Event.IntermediatesFetched e) {
            return e.attempts().stream().map(this::fetched).toList();
        }
        return List.of(remark(event));
    }

    private String fetched(FetchedCertificate attempt) {
        return attempt.failure().isEmpty()
                ? REMARK + messages.get("transcript.fetched", Neutral.text(attempt.subject()), attempt.address())
                : TROUBLE + messages.get("transcript.not-fetched", attempt.address(), Neutral.text(attempt.failure()));
    }

    private String otherCertificate(Event.OtherCertificate event) {
        if (event.chain().isEmpty()) {
            return TROUBLE + messages.get("transcript.other-certificate-failed", Neutral.text(event.failure()));
        }
        String subject = Neutral.text(event.chain().get(0).subjectName());
        String key = event.same() ? "same" : event.matches() ? "fits" : "differs";
        return REMARK + messages.get("transcript.other-certificate-" + key, subject);
    }

    private String remark(Event event) {
        if (event instanceof Event.AddressesResolved e) {
            return REMARK + messages.get("transcript.resolved", e.host(), String.join(", ", e.addresses()));
        }
        if (event instanceof Event.ResolveFailed e) {
            return TROUBLE + messages.get("transcript.not-resolved", e.host(), troubles.notFound(e));
        }
        if (event instanceof Event.Connected e) {
            return REMARK + messages.get("transcript.connected", e.endpoint(), e.local());
        }
        if (event instanceof Event.ConnectFailed e) {
            return TROUBLE + messages.get("transcript.connect-failed", e.endpoint(), troubles.failure(e.failure()));
        }
        if (event instanceof Event.AddressTried e) {
            Failure failure = e.failure();
            return failure == null
                    ? REMARK + messages.get("transcript.answers", e.endpoint())
                    : TROUBLE + messages.get("transcript.connect-failed", e.endpoint(), troubles.failure(failure));
        }
        if (event instanceof Event.TlsEstablished e) {
            return REMARK + messages.get("transcript.tls", TlsText.protocol(e.protocol()), e.cipherSuite());
        }
        if (event instanceof Event.CertificateJudged e) {
            return certificate(e);
        }
        if (event instanceof Event.CertificateRequested e) {
            return REMARK + requested(e);
        }
        if (event instanceof Event.MechanismTried e) {
            return REMARK + new MechanismText(messages).line(e);
        }
        if (event instanceof Event.OtherCertificate e) {
            return otherCertificate(e);
        }
        if (event instanceof Event.NamesFound e) {
            List<String> names = Stream.concat(e.mailExchangers().stream(), e.reverse().stream())
                    .distinct()
                    .toList();
            return REMARK + messages.get("transcript.names-found", Neutral.text(String.join(", ", names)));
        }
        return trouble(event);
    }

    private String requested(Event.CertificateRequested event) {
        String shown = messages.get(event.shown() ? "transcript.certificate-shown" : "transcript.certificate-wanted");
        if (event.authorities().isEmpty()) {
            return shown;
        }
        String names = String.join("; ", event.authorities());
        return shown + " " + messages.get("transcript.certificate-of", event.authorityCount(), cut(names));
    }

    private String trouble(Event event) {
        if (event instanceof Event.TlsFailed e) {
            String firstLine = e.plaintext().strip().lines().findFirst().orElse("");
            String shown = firstLine.isEmpty() ? e.detail() : firstLine;
            return TROUBLE + messages.get("transcript.tls-failed", Neutral.text(shown));
        }
        if (event instanceof Event.MalformedReceived e) {
            return TROUBLE + messages.get("transcript.malformed", cut(e.raw()));
        }
        if (event instanceof Event.UnexpectedBytes e) {
            return TROUBLE + messages.get("transcript.unexpected", cut(e.raw()));
        }
        if (event instanceof Event.TimedOut e) {
            return TROUBLE + messages.get("transcript.timeout", quantities.duration(e.waited())) + partial(e.partial());
        }
        if (event instanceof Event.Closed e) {
            boolean expected = e.stamp().stage() == Stage.QUIT;
            return (expected ? REMARK : TROUBLE)
                    + messages.get(e.reset() ? "transcript.reset" : "transcript.closed")
                    + partial(e.partial());
        }
        return REMARK
                + messages.get(
                        "transcript." + ((Event.Decided) event).decision().id());
    }

    private String certificate(Event.CertificateJudged event) {
        boolean good = event.problems().isEmpty();
        String verdict = good
                ? messages.get("transcript.certificate-good")
                : String.join(
                        ", ",
                        event.problems().stream()
                                .map(problem ->
                                        messages.get("problem." + problem.kind().id()))
                                .toList());
        String subject = Neutral.text(event.chain().get(0).subjectName());
        return (good || event.waived() ? REMARK : TROUBLE) + messages.get("transcript.certificate", subject, verdict);
    }

    private static List<String> reply(Event.ReplyReceived event) {
        Reply reply = event.reply();
        boolean secure = event.stamp().secure();
        String arrow = reply.isPositive() ? secure ? "<~  " : "<-  " : secure ? "<~* " : "<** ";
        List<String> lines = new ArrayList<>();
        int last = reply.lines().size() - 1;
        for (int i = 0; i <= last; i++) {
            String text = reply.lines().get(i);
            String separator = i < last ? "-" : text.isEmpty() ? "" : " ";
            lines.add(arrow + reply.code() + separator + Neutral.text(text));
        }
        return lines;
    }

    private String partial(String raw) {
        return raw.isBlank() ? "" : messages.get("transcript.partial", cut(raw));
    }

    private static String cut(String raw) {
        return Neutral.text(TextWidth.cut(raw.strip(), 200, "…"));
    }
}
