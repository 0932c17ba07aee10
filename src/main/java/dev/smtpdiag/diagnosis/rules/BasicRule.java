package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Rule;
import dev.smtpdiag.diagnosis.Severity;

/** What every rule says of itself. */
abstract class BasicRule implements Rule {

    private final String id;
    private final Severity severity;
    private final Basis basis;
    private final String citation;

    BasicRule(String id, Severity severity, Basis basis, String citation) {
        this.id = id;
        this.severity = severity;
        this.basis = basis;
        this.citation = citation;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Severity severity() {
        return severity;
    }

    @Override
    public final Basis basis() {
        return basis;
    }

    @Override
    public final String citation() {
        return citation;
    }

    @Override
    public final String toString() {
        return id;
    }
}
