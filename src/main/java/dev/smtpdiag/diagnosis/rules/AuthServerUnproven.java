package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** The server has to prove that it knows the password, too, and its proof is wrong or missing (RFC 5802 5). */
public final class AuthServerUnproven extends FailureRule {

    public AuthServerUnproven() {
        super("auth.server-unproven", Basis.RFC_MUST, "RFC 5802 5");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.SERVER_UNPROVEN);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        boolean accepted = step.reply().filter(reply -> reply.is(235)).isPresent();
        draft.server(subject)
                .argument("mechanism", LoginCommand.mechanism(step).orElse("SCRAM"))
                .flag("missing", accepted)
                .flag("wrong", !accepted)
                .argument("reply", step.reply().map(Reply::oneLine));
    }
}
