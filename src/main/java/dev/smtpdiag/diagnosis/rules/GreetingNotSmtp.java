package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** Another service answers on this port: what comes first is no reply (RFC 5321 4.2) and no TLS record. */
public final class GreetingNotSmtp extends FailureRule {

    public GreetingNotSmtp() {
        super("greeting.not-smtp", Basis.RFC_MUST, "RFC 5321 4.2");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.GREETING, Failure.MALFORMED)
                .or(() -> subject.failedAt(Stage.TLS, Failure.MALFORMED));
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        String raw = raw(step);
        OtherService service = OtherService.speaking(raw);
        String shown = Excerpt.firstLine(raw);
        draft.server(subject)
                .argument("shown", shown.isEmpty() ? "…" : shown)
                .flag(service.id(), service != OtherService.UNKNOWN)
                .flag("unknown", service == OtherService.UNKNOWN)
                .confidence(service == OtherService.UNKNOWN ? Confidence.LIKELY : Confidence.CERTAIN);
    }

    /** What came in place of a greeting, of TLS, or on the second connection that tried TLS. */
    private static String raw(Step step) {
        return step.last(Event.MalformedReceived.class)
                .map(Event.MalformedReceived::raw)
                .or(() -> step.last(Event.TlsFailed.class).map(Event.TlsFailed::plaintext))
                .or(() -> step.last(Event.UnexpectedBytes.class).map(Event.UnexpectedBytes::raw))
                .orElse("");
    }
}
