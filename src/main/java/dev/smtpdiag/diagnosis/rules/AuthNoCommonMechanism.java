package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.smtp.MechanismNeed;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.Trial;
import java.util.EnumSet;
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
        Set<MechanismNeed> needs = EnumSet.noneOf(MechanismNeed.class);
        for (Event.MechanismTried tried : step.all(Event.MechanismTried.class)) {
            if (tried.trial() instanceof Trial.Missing missing) {
                needs.add(missing.need());
            }
        }
        boolean named = subject.plan().auth().choice() == AuthWishes.Choice.NAMED;
        boolean hasToken =
                subject.plan().credentials().filter(Credentials::hasToken).isPresent();
        draft.server(subject)
                .evidence(subject.announcement())
                .argument("offered", offered.isEmpty() ? "–" : String.join(" ", offered))
                .argument(
                        "wanted",
                        Optional.of(String.join(" ", subject.plan().auth().mechanisms()))
                                .filter(names -> named && needs.isEmpty()))
                .flag("oauth", !hasToken && !named && offered.stream().anyMatch(TOKEN::contains))
                .flag("token", named && needs.contains(MechanismNeed.TOKEN))
                .flag("password", needs.contains(MechanismNeed.PASSWORD))
                .flag("certificate", needs.contains(MechanismNeed.CERTIFICATE))
                .flag("ticket", needs.contains(MechanismNeed.TICKET))
                .flag("binding", needs.contains(MechanismNeed.CHANNEL_BINDING))
                .flag("support", needs.contains(MechanismNeed.SUPPORT))
                .flag("ntlm", !named && offered.stream().anyMatch(DOMAIN::contains))
                .flag("in-clear", !subject.isSecure())
                .flag("none", offered.isEmpty());
    }
}
