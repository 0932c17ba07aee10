package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.TrustView;
import java.util.List;
import java.util.stream.Collectors;

/** Some trust stores of this machine trust the chain, others do not (RFC 5280 6.1): programs differ accordingly. */
public final class TrustDiffers extends BasicRule {

    public TrustDiffers() {
        super("certificate.trust-differs", Severity.INFO, Basis.PRACTICE, "RFC 5280 6.1");
    }

    @Override
    public boolean appliesTo(Case subject) {
        return subject.transcript().first(Event.TrustCompared.class).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        Event.TrustCompared compared =
                subject.transcript().first(Event.TrustCompared.class).orElseThrow();
        List<TrustView> trusting =
                compared.views().stream().filter(TrustView::trusts).toList();
        List<TrustView> refusing =
                compared.views().stream().filter(view -> !view.trusts()).toList();
        if (trusting.isEmpty() || refusing.isEmpty()) {
            return Outcome.PASS;
        }
        boolean java = refusing.stream()
                .anyMatch(view -> view.kind() == TrustView.Kind.JVM || view.kind() == TrustView.Kind.JVM_PROPERTY);
        boolean system = refusing.stream().anyMatch(view -> view.kind() == TrustView.Kind.SYSTEM);
        return new Draft(this, Stage.TLS)
                .evidence(compared)
                .argument("trusting", places(trusting))
                .argument("refusing", places(refusing))
                .argument("authority", trusting.get(0).authority())
                .flag("java", java)
                .flag("system", system)
                .command("keytool", Keytool.line(subject, trusting.get(0).authority()))
                .finding();
    }

    private static String places(List<TrustView> views) {
        return views.stream().map(TrustView::place).collect(Collectors.joining(", "));
    }
}
