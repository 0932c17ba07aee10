package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Step;
import java.util.Comparator;
import java.util.Optional;

/** The time for the whole probe was over before the walk was: our own limit, not the server's. */
public final class SessionTimeSpent extends FailureRule {

    public SessionTimeSpent() {
        super("session.time-spent", Basis.PRACTICE, "RFC 5321 4.5.3.2");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.TIME_SPENT);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Optional<Step> slowest = subject.transcript().steps().stream().max(Comparator.comparing(Step::took));
        draft.server(subject)
                .step()
                .seconds(subject.plan().timeouts().total())
                .argument(
                        "slowest", slowest.map(Step::stage).orElse(step.stage()).id());
    }
}
