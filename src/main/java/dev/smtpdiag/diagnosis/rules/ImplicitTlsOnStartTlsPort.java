package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** A TLS handshake was tried, and an SMTP greeting in clear came back: the port wants STARTTLS (RFC 3207, RFC 8314 3). */
public final class ImplicitTlsOnStartTlsPort extends FailureRule {

    public ImplicitTlsOnStartTlsPort() {
        super("tls-mode.implicit-on-starttls-port", Basis.RFC_MUST, "RFC 3207 4");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.TLS, Failure.WRONG_TLS_MODE);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        String plaintext =
                step.last(Event.TlsFailed.class).map(Event.TlsFailed::plaintext).orElse("");
        draft.server(subject)
                .argument("shown", Excerpt.firstLine(plaintext))
                .flag("scheme", subject.plan().target().scheme().isPresent())
                .flag("port-465", subject.destination().port() == 465);
    }
}
