package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;

/** Everything passed, and all of it in clear (RFC 8314 3, RFC 7435): anybody in the path reads and changes it. */
public final class SessionInClear extends BasicRule {

    public SessionInClear() {
        super("session.in-clear", Severity.WARNING, Basis.RFC_SHOULD, "RFC 8314 3");
    }

    /** Only where TLS would have had its turn: the walk got past EHLO, and the plan did not end before TLS. */
    @Override
    public boolean appliesTo(Case subject) {
        boolean greeted =
                subject.transcript().step(Stage.EHLO).filter(Step::isPassed).isPresent();
        return greeted
                && subject.plan().stopAfter().includes(StopAfter.TLS)
                && subject.transcript().firstFailure().isEmpty();
    }

    @Override
    public Outcome evaluate(Case subject) {
        if (subject.isSecure()) {
            return Outcome.PASS;
        }
        boolean asked = subject.plan().tlsMode() == TlsMode.NONE;
        boolean offered = subject.transcript().extensions().offers("STARTTLS");
        return new Draft(this, Stage.EHLO)
                .severity(asked ? Severity.INFO : Severity.WARNING)
                .server(subject)
                .evidence(subject.announcement())
                .flag("mode-none", asked && offered)
                .flag("not-offered", !offered)
                .flag("logged-in", subject.isLoggedIn())
                .finding();
    }
}
