package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.plan.Addressing;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** The host name has no address that may be used (RFC 5321 5.1): nothing was sent to any server. */
public final class NameNotFound extends FailureRule {

    public NameNotFound() {
        super("name.not-found", Basis.RFC_MUST, "RFC 5321 5.1");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.RESOLVE, Failure.NAME_NOT_FOUND);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Target destination = subject.destination();
        String detail = step.last(Event.ResolveFailed.class)
                .map(Event.ResolveFailed::detail)
                .orElse("");
        Addressing.Family family = subject.plan().addressing().family();
        draft.server(subject)
                .argument("detail", detail)
                .flag(
                        "no-dot",
                        !destination.isLiteralAddress() && destination.host().indexOf('.') < 0)
                .flag("ipv4-only", family == Addressing.Family.IPV4)
                .flag("ipv6-only", family == Addressing.Family.IPV6)
                .flag("no-answer", detail.startsWith("no answer"));
    }
}
