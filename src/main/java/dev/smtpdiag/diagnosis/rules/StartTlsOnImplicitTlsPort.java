package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** No greeting came in clear, and a second connection met a TLS server: the port wants TLS first (RFC 8314 3.3). */
public final class StartTlsOnImplicitTlsPort extends FailureRule {

    public StartTlsOnImplicitTlsPort() {
        super("tls-mode.starttls-on-implicit-port", Basis.RFC_SHOULD, "RFC 8314 3.3");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.GREETING, Failure.WRONG_TLS_MODE);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        TlsMode mode = subject.plan().tlsMode();
        draft.server(subject)
                .flag("port-465", subject.destination().port() == 465)
                .flag("option", mode == TlsMode.STARTTLS_REQUIRED || mode == TlsMode.NONE)
                .argument("mode", mode.id());
    }
}
