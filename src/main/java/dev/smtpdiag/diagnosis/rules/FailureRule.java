package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/** A rule that knows one way in which a step can fail, refusals aside; see {@link RefusalRule} for those. */
abstract class FailureRule extends BasicRule {

    FailureRule(String id, Basis basis, String citation) {
        super(id, Severity.ERROR, basis, citation);
    }

    /** The step that ended the walk, if it failed in the way that this rule is about. */
    abstract Optional<Step> failed(Case subject);

    /** Adds what is known of the failure. */
    abstract void describe(Case subject, Step step, Draft draft);

    @Override
    public final boolean appliesTo(Case subject) {
        return failed(subject).isPresent();
    }

    @Override
    public final Outcome evaluate(Case subject) {
        Step step = failed(subject).orElseThrow();
        Draft draft = new Draft(this, step.stage());
        draft.evidence(telling(step));
        describe(subject, step, draft);
        return draft.finding();
    }

    /** The last thing that came from the network in a step: it shows how the step failed. */
    private static Optional<Event> telling(Step step) {
        return step.events().stream()
                .filter(event -> !(event instanceof Event.CommandSent) && !(event instanceof Event.AddressTried))
                .reduce((earlier, later) -> later);
    }
}
