package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Optional;
import java.util.regex.Pattern;

/** STARTTLS is needed, for the login or by the user's wish, and EHLO does not list it (RFC 3207 4, RFC 8314 3). */
public final class StartTlsMissing extends FailureRule {

    /** What inspecting firewalls write over keywords that they do not let pass. */
    private static final Pattern MASKED = Pattern.compile("X{4,}[A-Z]?");

    public StartTlsMissing() {
        super("starttls.missing", Basis.RFC_SHOULD, "RFC 3207 4");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.STARTTLS, Failure.NOT_OFFERED);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Extensions offered = subject.transcript().extensionsInClear().orElse(Extensions.NONE);
        boolean masked = offered.all().stream()
                .anyMatch(extension -> MASKED.matcher(extension.keyword()).matches());
        boolean forLogin = subject.plan().needsTlsForAuth();
        draft.server(subject)
                .evidence(subject.announcement())
                .flag("auth-in-clear", offered.offersAuth())
                .flag("credentials", forLogin)
                .flag("required", !forLogin && subject.plan().tlsMode() == TlsMode.STARTTLS_REQUIRED)
                .flag("helo-only", subject.decided(Event.Decision.HELO_FALLBACK))
                .flag("masked", masked)
                .flag("port-25", subject.destination().port() == 25)
                .flag("port-not-465", subject.destination().port() != 465);
    }
}
