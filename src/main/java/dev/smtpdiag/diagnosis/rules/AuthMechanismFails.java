package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Trial;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One mechanism logs in, and another that is offered does not, with the same user name and password (RFC 4422 3.1). Where
 * only those fail for which the server needs the password itself, or something made from it, it does not have that.
 */
public final class AuthMechanismFails extends BasicRule {

    private static final Set<String> TAKE_THE_PASSWORD = Set.of("PLAIN", "LOGIN");

    public AuthMechanismFails() {
        super("auth.mechanism-fails", Severity.ERROR, Basis.PRACTICE, "RFC 4954 3");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return !having(subject, Trial.Works.class).isEmpty();
    }

    @Override
    public Outcome evaluate(Case subject) {
        List<Event.MechanismTried> failing = having(subject, Trial.Fails.class);
        if (failing.isEmpty() || !subject.isLoggedIn()) {
            return Outcome.PASS;
        }
        List<Event.MechanismTried> working = having(subject, Trial.Works.class);
        boolean passwordWorks = working.stream().anyMatch(tried -> TAKE_THE_PASSWORD.contains(tried.mechanism()));
        boolean unproven = failing.stream().anyMatch(tried -> failure(tried) == Failure.SERVER_UNPROVEN);
        boolean verifier = passwordWorks
                && failing.stream().allMatch(tried -> usesChallenge(tried) && failure(tried) == Failure.NEGATIVE_REPLY);
        return new Draft(this, Stage.AUTH)
                .evidence(failing)
                .server(subject)
                .argument("failing", names(failing))
                .argument("working", names(working))
                .flag("verifier", verifier)
                .flag("unproven", unproven)
                .flag("other", !verifier && !unproven)
                .confidence(verifier ? Confidence.LIKELY : Confidence.CERTAIN)
                .finding();
    }

    private static boolean usesChallenge(Event.MechanismTried tried) {
        return tried.mechanism().startsWith("SCRAM-") || tried.mechanism().endsWith("-MD5");
    }

    private static Failure failure(Event.MechanismTried tried) {
        return ((Trial.Fails) tried.trial()).failure();
    }

    private static List<Event.MechanismTried> having(Case subject, Class<? extends Trial> kind) {
        return subject.transcript().all(Event.MechanismTried.class).stream()
                .filter(tried -> kind.isInstance(tried.trial()))
                .toList();
    }

    private static String names(List<Event.MechanismTried> tried) {
        return tried.stream().map(Event.MechanismTried::mechanism).collect(Collectors.joining(" "));
    }
}
