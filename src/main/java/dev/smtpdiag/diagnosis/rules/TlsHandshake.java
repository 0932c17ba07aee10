package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * TLS could not be set up, or broke. The alert of the server tells why (RFC 8446 6.2); under TLS 1.3 a server that wants a
 * client certificate says so only after the handshake (RFC 8446 4.4.2.4), at the next reply.
 */
public final class TlsHandshake extends FailureRule {

    private static final Set<String> CERTIFICATE_ALERTS =
            Set.of("certificate_required", "bad_certificate", "no_certificate", "certificate_unknown", "unknown_ca");

    private static final Set<String> PARAMETER_ALERTS = Set.of("handshake_failure", "insufficient_security");

    public TlsHandshake() {
        super("tls.handshake", Basis.RFC_MUST, "RFC 8446 6.2");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failed(Failure.HANDSHAKE);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        Optional<Event.TlsFailed> broken = step.last(Event.TlsFailed.class);
        String alert = broken.map(Event.TlsFailed::alert).orElse("");
        String detail = broken.map(Event.TlsFailed::detail).orElse("");
        String plaintext = broken.map(Event.TlsFailed::plaintext).orElse("");
        boolean version = alert.equals("protocol_version") || alert.isEmpty() && speaksOfVersion(detail);
        Optional<String> only = only(subject.plan().tls());
        boolean closed = step.last(Event.Closed.class).isPresent();
        // Before TLS 1.3 there is no alert of its own for it, and some servers send none.
        boolean wanted =
                TlsCertificateRequested.unanswered(subject).isPresent() && (closed || PARAMETER_ALERTS.contains(alert));
        boolean certificate = CERTIFICATE_ALERTS.contains(alert) || wanted;
        boolean shown = subject.transcript()
                .first(Event.CertificateRequested.class)
                .filter(Event.CertificateRequested::shown)
                .isPresent();
        boolean known = version
                || closed
                || !plaintext.isEmpty()
                || PARAMETER_ALERTS.contains(alert)
                || certificate
                || alert.equals("unrecognized_name")
                || broken.map(Event.TlsFailed::disabled).isPresent();
        draft.server(subject)
                .flag("version", version)
                .flag("parameters", PARAMETER_ALERTS.contains(alert) && !certificate)
                .flag("client-certificate", certificate && !shown)
                .flag("client-certificate-refused", certificate && shown)
                .evidence(subject.transcript()
                        .first(Event.CertificateRequested.class)
                        .filter(event -> certificate))
                .flag("name", alert.equals("unrecognized_name"))
                .flag("closed", closed)
                .flag("plaintext", !plaintext.isEmpty())
                .argument("shown", Optional.of(Excerpt.firstLine(plaintext)).filter(line -> !line.isEmpty()))
                .flag("unexplained", !known)
                .flag("later", step.stage() != Stage.TLS)
                .argument("disabled", broken.map(Event.TlsFailed::disabled).filter(entry -> only.isEmpty()))
                .argument("only", only)
                .argument("alert", Optional.of(alert).filter(name -> !name.isEmpty()))
                .argument("detail", Optional.of(detail).filter(text -> !text.isEmpty()))
                .confidence(known && !closed ? Confidence.CERTAIN : Confidence.LIKELY);
    }

    /** What the handshake offered, when an option narrowed it. */
    private static Optional<String> only(TlsWishes wishes) {
        List<String> forced = new ArrayList<>(wishes.protocols());
        forced.addAll(wishes.cipherSuites());
        return forced.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", forced));
    }

    private static boolean speaksOfVersion(String detail) {
        String text = detail.toLowerCase(Locale.ROOT);
        return text.contains("protocol_version") || text.contains("not accepted by client preferences");
    }
}
