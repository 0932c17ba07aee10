package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.smtp.Challenge;
import dev.smtpdiag.transcript.Challenges;
import dev.smtpdiag.transcript.Stage;
import java.util.Optional;

/** The server makes SCRAM hash the password so few times that whoever sees a login can try many passwords (RFC 7677 4). */
public final class AuthFewIterations extends BasicRule {

    private static final int FEWEST = 4096;

    public AuthFewIterations() {
        super("auth.few-iterations", Severity.WARNING, Basis.RFC_SHOULD, "RFC 7677 4");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return terms(subject).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        String iterations =
                terms(subject).flatMap(terms -> terms.fact("iterations")).orElse("");
        if (!iterations.matches("\\d{1,4}") || Integer.parseInt(iterations) >= FEWEST) {
            return Outcome.PASS;
        }
        Draft draft = new Draft(this, Stage.AUTH).server(subject).argument("iterations", iterations);
        challenges(subject).lineOf(Challenge.Kind.SCRAM).ifPresent(draft::evidenceAt);
        return draft.finding();
    }

    private static Optional<Challenge> terms(Case subject) {
        return challenges(subject).last(Challenge.Kind.SCRAM);
    }

    private static Challenges challenges(Case subject) {
        return Challenges.in(subject.transcript().events());
    }
}
