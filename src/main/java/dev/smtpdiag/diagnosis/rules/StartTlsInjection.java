package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.List;

/**
 * Octets came in clear behind the 220 to STARTTLS. A client that reads them as replies under TLS believes words that
 * anybody in the path can have written (RFC 3207 6, CVE-2021-38371 and its kin).
 */
public final class StartTlsInjection extends BasicRule {

    public StartTlsInjection() {
        super("starttls.injection", Severity.WARNING, Basis.RFC_MUST, "RFC 3207 4.2");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return subject.transcript().step(Stage.STARTTLS).filter(Step::isPassed).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        List<Event.UnexpectedBytes> early =
                subject.transcript().step(Stage.STARTTLS).orElseThrow().all(Event.UnexpectedBytes.class);
        if (early.isEmpty()) {
            return Outcome.PASS;
        }
        String raw = early.get(0).raw();
        String shown = Excerpt.firstLine(raw);
        return new Draft(this, Stage.STARTTLS)
                .server(subject)
                .evidence(early)
                .argument("shown", shown.isEmpty() ? "…" : shown)
                .argument("count", raw.length())
                .confidence(Confidence.POSSIBLE)
                .finding();
    }
}
