package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** A login was asked for, and the reply to EHLO does not list AUTH (RFC 4954 3). */
public final class AuthNotOffered extends FailureRule {

    public AuthNotOffered() {
        super("auth.not-offered", Basis.RFC_MUST, "RFC 4954 3");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.AUTH, Failure.NOT_OFFERED).filter(step -> !AuthOnlyAfterTls.isMeant(subject));
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        boolean offeredInClear = subject.transcript()
                .extensionsInClear()
                .filter(Extensions::offersAuth)
                .isPresent();
        int port = subject.destination().port();
        draft.server(subject)
                .evidence(subject.announcement())
                .flag("port-25", port == 25)
                .flag("port-submission", port == 465 || port == 587)
                .flag("helo-only", subject.decided(Event.Decision.HELO_FALLBACK))
                .flag("only-in-clear", offeredInClear && subject.isSecure())
                .flag("in-clear", !subject.isSecure());
    }
}
