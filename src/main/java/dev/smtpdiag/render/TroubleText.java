package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import java.util.List;

/** In a few words, what went wrong at a step that no reply explains. */
final class TroubleText {

    private final Messages messages;
    private final Quantities quantities;

    TroubleText(Messages messages) {
        this.messages = messages;
        this.quantities = new Quantities(messages.language());
    }

    /** How a connection failed, in a word or two. */
    String failure(Failure failure) {
        return messages.get("failure." + failure.id());
    }

    /** Why a name has no address. */
    String notFound(Event.ResolveFailed event) {
        String key = "resolve." + event.detail().replace(' ', '-');
        return messages.has(key) ? messages.get(key) : Neutral.text(event.detail());
    }

    String of(Step step) {
        if (step.result() instanceof StepResult.Skipped skipped) {
            return skipped(step, skipped.reason());
        }
        return step.failure().map(failure -> of(step, failure)).orElse("");
    }

    private String skipped(Step step, StepResult.Reason reason) {
        return switch (reason) {
            case NOT_OFFERED ->
                messages.get(step.stage() == Stage.STARTTLS ? "row.starttls-not-offered" : "row.auth-not-offered");
            case CERTIFICATE_NOT_VALID -> messages.get("row.auth-held-back");
            case NOT_LOGGED_IN -> messages.get("row.auth-no-login");
        };
    }

    private String of(Step step, Failure failure) {
        return switch (failure) {
            case SILENCE -> silence(step);
            case CLOSED -> closed(step);
            case HANDSHAKE -> handshake(step);
            case WRONG_TLS_MODE -> step.stage() == Stage.TLS ? handshake(step) : messages.get("row.silent-tls");
            case MALFORMED -> malformed(step);
            case NOT_OFFERED ->
                messages.get(step.stage() == Stage.STARTTLS ? "row.starttls-needed" : "row.auth-not-offered");
            case SERVER_UNPROVEN -> messages.get("mechanism.fails.server-unproven");
            case TIME_SPENT -> messages.get("row.time-spent");
            default -> "";
        };
    }

    private String silence(Step step) {
        Event.TimedOut event = step.last(Event.TimedOut.class).orElse(null);
        if (event == null) {
            return "";
        }
        String waited = quantities.duration(event.waited());
        String partial = shown(event.partial());
        return partial.isEmpty()
                ? messages.get("row.no-answer", waited)
                : messages.get("row.no-answer-partial", waited, partial);
    }

    private String closed(Step step) {
        Event.Closed event = step.last(Event.Closed.class).orElse(null);
        if (event == null) {
            return messages.get("row.closed");
        }
        String key = event.reset() ? "row.reset" : "row.closed";
        String partial = shown(event.partial());
        return partial.isEmpty() ? messages.get(key) : messages.get(key + "-partial", partial);
    }

    private String handshake(Step step) {
        Event.TlsFailed event = step.last(Event.TlsFailed.class).orElse(null);
        if (event == null) {
            return closed(step);
        }
        if (!event.plaintext().isEmpty()) {
            return messages.get("row.handshake-plain", shown(event.plaintext()));
        }
        String alert = event.alert();
        return alert != null
                ? messages.get("row.handshake-alert", Neutral.text(alert))
                : messages.get("row.handshake-failed", Neutral.text(event.detail()));
    }

    private String malformed(Step step) {
        List<Event.MalformedReceived> received = step.all(Event.MalformedReceived.class);
        if (!received.isEmpty()) {
            MalformedReply reply = received.get(0).reply();
            return messages.get("row.not-reply", shown(String.join(" ", reply.lines())));
        }
        return step.last(Event.UnexpectedBytes.class)
                .map(bytes -> messages.get("row.silent-other", shown(bytes.raw())))
                .orElseGet(() -> handshake(step));
    }

    /** The first line of what came, harmless. */
    private static String shown(String raw) {
        String firstLine = raw.strip().lines().findFirst().orElse("");
        return Neutral.text(TextWidth.cut(firstLine, 120, "…"));
    }
}
