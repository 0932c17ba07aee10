package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** The session is in clear, the server offers STARTTLS, and offers a login only behind it (RFC 4954 4, RFC 8314 3.3). */
public final class AuthOnlyAfterTls extends FailureRule {

    public AuthOnlyAfterTls() {
        super("auth.only-after-tls", Basis.RFC_SHOULD, "RFC 4954 4");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.AUTH, Failure.NOT_OFFERED).filter(step -> isMeant(subject));
    }

    static boolean isMeant(Case subject) {
        return !subject.isSecure() && subject.transcript().extensions().offers("STARTTLS");
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        draft.server(subject)
                .evidence(subject.announcement())
                .flag("mode-none", subject.plan().tlsMode() == TlsMode.NONE);
    }
}
