package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.time.Duration;

/** The greeting came late: servers let strangers wait on purpose, or look something up that does not answer. */
public final class GreetingSlow extends BasicRule {

    private static final Duration SLOW = Duration.ofSeconds(3);

    public GreetingSlow() {
        super("greeting.slow", Severity.INFO, Basis.PRACTICE, "RFC 5321 4.5.3.2.1");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return subject.transcript().step(Stage.GREETING).filter(Step::isPassed).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        Event.ReplyReceived greeting = subject.transcript()
                .step(Stage.GREETING)
                .flatMap(Step::replyEvent)
                .orElseThrow();
        if (greeting.took().compareTo(SLOW) <= 0) {
            return Outcome.PASS;
        }
        return new Draft(this, Stage.GREETING)
                .server(subject)
                .evidence(greeting)
                .seconds(greeting.took())
                .flag("port-25", subject.destination().port() == 25)
                .confidence(Confidence.POSSIBLE)
                .finding();
    }
}
