package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;

/** A rule that knows one kind of refusal: a 4yz or 5yz reply that ended the walk. */
abstract class RefusalRule extends BasicRule {

    RefusalRule(String id, Basis basis, String citation) {
        super(id, Severity.ERROR, basis, citation);
    }

    /** Whether this is the kind of refusal that the rule is about. For any refusal, one rule says so. */
    abstract boolean isMeant(Refusal refusal);

    /** A missing client certificate belongs to one rule, at whatever step and with whatever code. */
    boolean claims(Refusal refusal) {
        return !refusal.wantsClientCertificate() && isMeant(refusal);
    }

    /** Adds what is known beside the reply itself. */
    abstract void describe(Refusal refusal, Draft draft);

    @Override
    public final boolean appliesTo(Case subject) {
        return Refusal.of(subject).filter(this::claims).isPresent();
    }

    @Override
    public final Outcome evaluate(Case subject) {
        Refusal refusal = Refusal.of(subject).orElseThrow();
        Draft draft = new Draft(this, refusal.stage())
                .evidence(refusal.event())
                .argument("reply", refusal.reply().oneLine());
        describe(refusal, draft);
        return draft.finding();
    }
}
