package dev.smtpdiag.diagnosis;

/** What came of one rule. */
public sealed interface Outcome permits Outcome.NotApplicable, Outcome.Pass, Finding, Outcome.RuleCrashed {

    /** The transcript holds nothing that the rule could look at. */
    record NotApplicable() implements Outcome {}

    /** Looked at, and fine. */
    record Pass() implements Outcome {}

    /**
     * A bug in the rule; the other rules go on.
     *
     * @param rule id of the rule
     * @param detail class and message of the exception
     */
    record RuleCrashed(String rule, String detail) implements Outcome {}

    Outcome NOT_APPLICABLE = new NotApplicable();

    Outcome PASS = new Pass();
}
