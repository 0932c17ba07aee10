package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.List;
import java.util.Set;

/** The server would take a password, or a token that is as good as one, without TLS (RFC 4954 4, RFC 8314 3.3). */
public final class AuthOfferedInClear extends BasicRule {

    /** Mechanisms that show the secret to everybody in the path. */
    private static final Set<String> REVEALING = Set.of("PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER");

    public AuthOfferedInClear() {
        super("auth.offered-in-clear", Severity.WARNING, Basis.RFC_MUST, "RFC 4954 4");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return subject.transcript().extensionsInClear().isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        Extensions offered = subject.transcript().extensionsInClear().orElseThrow();
        List<String> revealing =
                offered.mechanisms().stream().filter(REVEALING::contains).toList();
        if (revealing.isEmpty()) {
            return Outcome.PASS;
        }
        return new Draft(this, Stage.EHLO)
                .server(subject)
                .evidence(subject.transcript().step(Stage.EHLO).flatMap(Step::replyEvent))
                .argument("mechanisms", String.join(" ", revealing))
                .flag("starttls-offered", offered.offers("STARTTLS"))
                .flag("starttls-not-offered", !offered.offers("STARTTLS"))
                .finding();
    }
}
