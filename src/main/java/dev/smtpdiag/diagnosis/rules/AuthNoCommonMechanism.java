package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;
import java.util.Set;

/** The server offers logins, none of which we can do with a user name and a password (RFC 4954 3, RFC 4422 3.1). */
public final class AuthNoCommonMechanism extends FailureRule {

    private static final Set<String> TOKEN = Set.of("XOAUTH2", "OAUTHBEARER");

    private static final Set<String> DOMAIN = Set.of("NTLM", "GSSAPI", "GSS-SPNEGO");

    public AuthNoCommonMechanism() {
        super("auth.no-common-mechanism", Basis.RFC_MUST, "RFC 4954 3");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.NO_COMMON_MECHANISM);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Set<String> offered = subject.transcript().extensions().mechanisms();
        boolean challenge = offered.stream().anyMatch(name -> name.startsWith("SCRAM-") || name.endsWith("-MD5"));
        draft.server(subject)
                .evidence(subject.announcement())
                .argument("offered", offered.isEmpty() ? "–" : String.join(" ", offered))
                .flag("oauth", offered.stream().anyMatch(TOKEN::contains))
                .flag("ntlm", offered.stream().anyMatch(DOMAIN::contains))
                .flag("challenge", challenge)
                .flag("in-clear", !subject.isSecure())
                .flag("none", offered.isEmpty());
    }
}
