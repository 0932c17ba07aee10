package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;

/**
 * User name or password look odd, although the server did not refuse them: either nobody asked it, or it took them and
 * others may not. When they were refused, {@link AuthRejected} tells the same.
 */
public final class AuthSuspectLogin extends BasicRule {

    private static final int MOST_SLIPS = 5;

    public AuthSuspectLogin() {
        super("auth.suspect-login", Severity.INFO, Basis.PRACTICE, "RFC 4616 2");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return subject.plan().credentials().filter(Credentials::hasPassword).isPresent()
                && Refusal.of(subject).filter(AuthRejected::isOwn).isEmpty();
    }

    @Override
    public Outcome evaluate(Case subject) {
        Credentials login = subject.plan().credentials().orElseThrow();
        boolean works = subject.isLoggedIn();
        if (works && isRobust(login.user()) && isRobust(login.password().reveal())) {
            return Outcome.PASS;
        }
        // A login that works needs no advice of its provider, and must not pay for the look into the table.
        Optional<MailService> service = works ? Optional.empty() : subject.service();
        Draft draft = new Draft(this, Stage.AUTH)
                .server(subject)
                .evidence(subject.transcript().step(Stage.AUTH).flatMap(Step::replyEvent))
                .flag("works", works)
                .flag("not-judged", !works)
                .confidence(Confidence.POSSIBLE);
        service.ifPresent(known -> LoginSlips.describe(known, draft));
        int told = LoginSlips.describe(
                login, service, slip -> works ? slip.isFragile() : !slip.isHint(), MOST_SLIPS, draft);
        return told == 0 ? Outcome.PASS : draft.finding();
    }

    /** Printable ASCII without blanks around it; asked first, because most logins that work are so. */
    private static boolean isRobust(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean edge = i == 0 || i == text.length() - 1;
            if (c > '~' || c < ' ' || c == ' ' && edge) {
                return false;
            }
        }
        return true;
    }
}
