package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.List;

/** Handshakes that fail for what this side offers. */
final class TlsOptionExamples {

    private TlsOptionExamples() {}

    static List<Example> all() {
        return List.of(
                Example.of(
                                "a version that this Java forbids",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .at(Stage.TLS)
                                        .breaksTlsForbidden("protocol_version", "Received", "TLSv1, TLSv1.1")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .with("disabled", "TLSv1, TLSv1.1")
                        .showing("version", "disabled", "alert", "detail"),
                Example.of(
                                "a version that an option asks for and the server has not",
                                Walk.to("mx.example.com:465")
                                        .tls(only("TLSv1.3"))
                                        .connected()
                                        .at(Stage.TLS)
                                        .breaksTlsForbidden("protocol_version", "Received", "TLSv1, TLSv1.1")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .with("only", "TLSv1.3")
                        .showing("version", "only", "alert", "detail"));
    }

    private static TlsWishes only(String protocol) {
        TlsWishes usual = TlsWishes.DEFAULT;
        return new TlsWishes(
                usual.sni(),
                List.of(protocol),
                usual.cipherSuites(),
                usual.certDays(),
                usual.pins(),
                usual.compareTrust(),
                usual.fetchIntermediates(),
                usual.authorityFiles());
    }
}
