package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.Optional;

/**
 * The server asked for a client certificate, got none, and went on (RFC 8446 4.4.2.4). Many do on port 25. Where it did
 * not go on, {@link TlsHandshake} and {@link TlsClientCertificate} speak.
 */
public final class TlsCertificateRequested extends BasicRule {

    public TlsCertificateRequested() {
        super("tls.certificate-requested", Severity.INFO, Basis.PRACTICE, "RFC 8446 4.3.2");
    }

    /** The request that was left unanswered. */
    static Optional<Event.CertificateRequested> unanswered(Case subject) {
        return subject.transcript().first(Event.CertificateRequested.class).filter(event -> !event.shown());
    }

    @Override
    public boolean appliesTo(Case subject) {
        return unanswered(subject).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        boolean theCause = subject.failed(Failure.HANDSHAKE).isPresent()
                || Refusal.of(subject).filter(Refusal::wantsClientCertificate).isPresent();
        if (theCause) {
            return Outcome.PASS;
        }
        Event.CertificateRequested request = unanswered(subject).orElseThrow();
        return new Draft(this, Stage.TLS)
                .evidence(request)
                .server(subject)
                .argument(
                        "authorities",
                        Optional.of(String.join("; ", request.authorities())).filter(names -> !names.isEmpty()))
                .flag("port-25", subject.destination().port() == 25)
                .finding();
    }
}
