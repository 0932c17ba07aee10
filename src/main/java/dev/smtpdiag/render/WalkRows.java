package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import dev.smtpdiag.transcript.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the steps of a transcript into the rows of a walk. */
final class WalkRows {

    private final Transcript transcript;
    private final Messages messages;
    private final ExtensionText extensionText;
    private final TroubleText troubleText;

    /**
     * @param textWidth columns for what a row says
     */
    WalkRows(Transcript transcript, Theme theme, Messages messages, int textWidth) {
        this.transcript = transcript;
        this.messages = messages;
        this.extensionText = new ExtensionText(theme, messages, textWidth - 4);
        this.troubleText = new TroubleText(messages);
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Step step : transcript.steps()) {
            rows.addAll(rows(step));
        }
        return rows;
    }

    private List<Row> rows(Step step) {
        return switch (step.stage()) {
            case RESOLVE -> List.of(resolve(step));
            case CONNECT -> connect(step);
            case TLS -> tls(step);
            case EHLO, EHLO_TLS -> List.of(hello(step));
            case RCPT -> recipients(step);
            case AUTH -> login(step);
            default -> List.of(row(step));
        };
    }

    private Row resolve(Step step) {
        String text = step.last(Event.AddressesResolved.class)
                .map(found -> String.join(", ", found.addresses()))
                .orElseGet(() -> step.last(Event.ResolveFailed.class)
                        .map(failed -> messages.get("row.not-found", failed.host(), troubleText.notFound(failed)))
                        .orElse(""));
        return new Row(sign(step), label(step), text, step.took());
    }

    private List<Row> connect(Step step) {
        List<Row> rows = new ArrayList<>();
        for (Event.ConnectFailed failed : step.all(Event.ConnectFailed.class)) {
            Row.Sign sign = step.isPassed() ? Row.Sign.WARN : Row.Sign.BAD;
            String text = failure(failed.failure(), failed.endpoint().toString());
            rows.add(new Row(sign, label(step), text, failed.took()));
        }
        step.last(Event.Connected.class)
                .ifPresent(connected -> rows.add(
                        new Row(Row.Sign.GOOD, label(step), connected.endpoint().toString(), connected.took())));
        for (Event.AddressTried tried : transcript.all(Event.AddressTried.class)) {
            String endpoint = tried.endpoint().toString();
            Failure failure = tried.failure();
            rows.add(
                    failure == null
                            ? new Row(
                                    Row.Sign.GOOD,
                                    label(step),
                                    messages.get("row.address-answers", endpoint),
                                    tried.took())
                            : new Row(Row.Sign.WARN, label(step), failure(failure, endpoint), tried.took()));
        }
        if (rows.isEmpty()) {
            rows.add(new Row(Row.Sign.BAD, label(step), messages.get("row.time-spent"), step.took()));
        }
        return rows;
    }

    private String failure(Failure failure, String endpoint) {
        String key = switch (failure) {
            case CONNECTION_REFUSED -> "row.address-refused";
            case CONNECT_TIMEOUT -> "row.address-timeout";
            default -> "row.address-unreachable";
        };
        return messages.get(key, endpoint);
    }

    private List<Row> tls(Step step) {
        List<Row> rows = new ArrayList<>();
        String text = step.last(Event.TlsEstablished.class)
                .map(established -> TlsText.of(established.protocol(), established.cipherSuite()))
                .orElseGet(() -> troubleText.of(step));
        // Not what was looked up and compared afterwards.
        Duration took = step.last(Event.TlsEstablished.class)
                .map(Event.TlsEstablished::took)
                .orElse(step.took());
        rows.add(new Row(sign(step), label(step), text, took));
        step.last(Event.CertificateJudged.class)
                .ifPresent(judged -> rows.add(new CertificateText(messages).row(judged)));
        boolean valid = step.last(Event.CertificateJudged.class)
                .filter(judged -> judged.problems().isEmpty())
                .isPresent();
        step.last(Event.TrustCompared.class)
                .ifPresent(compared -> rows.addAll(new TrustText(messages).rows(compared.views(), valid)));
        return rows;
    }

    private Row hello(Step step) {
        Optional<Reply> reply = step.reply().filter(found -> found.is(250));
        if (reply.isEmpty() || !step.isPassed()) {
            return row(step);
        }
        boolean helo = step.all(Event.Decided.class).stream()
                .anyMatch(decided -> decided.decision() == Event.Decision.HELO_FALLBACK);
        if (helo) {
            return new Row(Row.Sign.WARN, "HELO", "250 " + messages.get("row.helo-fallback"), step.took());
        }
        Extensions announced = Extensions.of(reply.get());
        String news = step.stage() == Stage.EHLO_TLS
                ? extensionText.news(transcript.extensionsInClear().orElse(Extensions.NONE), announced)
                : "";
        String text = "250 " + (news.isEmpty() ? extensionText.all(announced) : news);
        return new Row(Row.Sign.GOOD, label(step), text, step.took());
    }

    private List<Row> recipients(Step step) {
        List<Row> rows = new ArrayList<>();
        for (Event.ReplyReceived received : step.all(Event.ReplyReceived.class)) {
            Reply reply = received.reply();
            Row.Sign sign = reply.isPositive() ? Row.Sign.GOOD : step.isPassed() ? Row.Sign.WARN : Row.Sign.BAD;
            rows.add(new Row(sign, label(step), Neutral.text(reply.oneLine()), received.took()));
        }
        boolean lost = step.failure()
                .filter(failure -> failure != Failure.NEGATIVE_REPLY)
                .isPresent();
        if (rows.isEmpty() || lost) {
            rows.add(row(step));
        }
        return rows;
    }

    /** A row for each mechanism where more than one was looked at. */
    private List<Row> login(Step step) {
        List<Event.MechanismTried> tried = step.all(Event.MechanismTried.class);
        if (tried.isEmpty()) {
            return List.of(row(step));
        }
        MechanismText text = new MechanismText(messages);
        List<Row> rows = new ArrayList<>();
        tried.forEach(each -> rows.add(text.row(each)));
        boolean noneAttempted = tried.stream().allMatch(each -> each.trial() instanceof Trial.Missing);
        boolean oneWorks = tried.stream().anyMatch(each -> each.trial() instanceof Trial.Works);
        if (noneAttempted || oneWorks && !step.isPassed()) {
            rows.add(row(step));
        }
        return rows;
    }

    private Row row(Step step) {
        String text = step.reply().map(Reply::oneLine).map(Neutral::text).orElse("");
        boolean replyDecided = step.isPassed()
                || step.failure()
                        .filter(failure -> failure == Failure.NEGATIVE_REPLY || failure == Failure.UNEXPECTED_REPLY)
                        .isPresent();
        if (step.failure().equals(Optional.of(Failure.NO_COMMON_MECHANISM))) {
            String offered = String.join(" ", transcript.extensions().mechanisms());
            text = messages.get("row.auth-not-common", Neutral.text(offered));
        } else if (!replyDecided || text.isEmpty()) {
            text = troubleText.of(step);
        }
        boolean skipped = step.result() instanceof StepResult.Skipped;
        Optional<Duration> took = skipped ? Optional.empty() : Optional.of(step.took());
        Row row = new Row(sign(step), label(step), text, took, List.of());
        return step.last(Event.UnexpectedBytes.class)
                .filter(bytes -> step.stage() == Stage.STARTTLS)
                .map(bytes -> new Row(Row.Sign.WARN, row.label(), row.text(), step.took())
                        .withNotes(List.of(messages.get(
                                "row.unexpected", Neutral.text(bytes.raw().strip())))))
                .orElse(row);
    }

    private String label(Step step) {
        String label = messages.get("step." + step.stage().id());
        if (step.stage() == Stage.AUTH) {
            return step.all(Event.CommandSent.class).stream()
                    .map(Event.CommandSent::display)
                    .filter(command -> command.startsWith("AUTH "))
                    .map(command -> "AUTH " + command.split(" ")[1])
                    .findFirst()
                    .orElse(label);
        }
        return label;
    }

    private static Row.Sign sign(Step step) {
        if (step.result() instanceof StepResult.Skipped) {
            return Row.Sign.SKIP;
        }
        boolean leaving = step.stage() == Stage.QUIT;
        return step.isPassed() ? Row.Sign.GOOD : leaving ? Row.Sign.WARN : Row.Sign.BAD;
    }
}
