package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** No answer to the ClientHello (RFC 8446 4.1.2), neither TLS nor anything else. */
public final class TlsSilent extends FailureRule {

    public TlsSilent() {
        super("tls.silent", Basis.PRACTICE, "RFC 8446 4.1.2");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.TLS, Failure.SILENCE);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        boolean implicit = subject.plan().tlsMode() == TlsMode.IMPLICIT;
        draft.server(subject)
                .seconds(step.last(Event.TimedOut.class)
                        .map(Event.TimedOut::waited)
                        .orElse(step.took()))
                .flag("implicit", implicit)
                .flag("after-starttls", !implicit)
                .confidence(Confidence.LIKELY);
    }
}
