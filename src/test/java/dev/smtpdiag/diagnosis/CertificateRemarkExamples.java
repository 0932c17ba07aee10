package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.TrustView;
import java.util.List;
import java.util.OptionalInt;

/** Chains that are valid, and worth a word all the same. */
final class CertificateRemarkExamples {

    private static final CertificateFacts GOOD = Walk.certificate("mx.example.com");

    private CertificateRemarkExamples() {}

    static List<Example> all() {
        return List.of(
                Example.of("a certificate that ends soon", remarked(new CertificateProblem(Kind.EXPIRES_SOON, 0, "")))
                        .remarks("certificate.expires-soon")
                        .with("days", "60")
                        .showing("leaf")
                        .butNot("certificate.order", "certificate.extra"),
                Example.of("an intermediate that ends soon", remarked(new CertificateProblem(Kind.EXPIRES_SOON, 1, "")))
                        .remarks("certificate.expires-soon")
                        .showing("intermediate"),
                Example.of(
                                "a certificate that ends sooner than asked for",
                                remarked(new CertificateProblem(Kind.EXPIRES_SOON, 0, ""))
                                        .tls(lasting(100)))
                        .finds("certificate.expires-soon")
                        .showing("asked", "leaf"),
                Example.of("certificates in the wrong order", remarked(new CertificateProblem(Kind.WRONG_ORDER, 1, "")))
                        .remarks("certificate.order")
                        .with("position", "2")
                        .butNot("certificate.expires-soon", "certificate.long-lived", "certificate.trust-differs"),
                Example.of("a stranger in the chain", remarked(new CertificateProblem(Kind.UNRELATED, 1, "")))
                        .remarks("certificate.extra"),
                Example.of("a certificate for years", remarked(new CertificateProblem(Kind.LONG_LIVED, 0, "398")))
                        .remarks("certificate.long-lived")
                        .with("life", "90"),
                Example.of("Java does not know what the system knows", compared("", "Example CA", ""))
                        .remarks("certificate.trust-differs")
                        .with("trusting", "/etc/ssl/ca.crt")
                        .with("keytool", "keytool -importcert -cacerts -alias example-ca -file FILE")
                        .showing("java"),
                Example.of("only a file of the user knows it", compared("", "", "Example CA"))
                        .remarks("certificate.trust-differs")
                        .with("keytool", "keytool -importcert -cacerts -alias example-ca -file ca.pem")
                        .showing("java", "system"),
                Example.of("all stores agree", compared("Example CA", "Example CA", "Example CA"))
                        .butNot("certificate.trust-differs"));
    }

    private static Walk remarked(CertificateProblem remark) {
        return Walk.to("mx.example.com:465")
                .connected()
                .at(Stage.TLS)
                .besides(stamp ->
                        new Event.TlsEstablished(stamp, "TLSv1.3", "TLS_AES_256_GCM_SHA384", java.time.Duration.ZERO))
                .besides(stamp -> new Event.CertificateJudged(
                        stamp, "mx.example.com", List.of(GOOD, GOOD), List.of(), List.of(remark), Walk.TODAY, false))
                .passes()
                .greeting("220 mx.example.com")
                .ehlo("250 mx.example.com");
    }

    private static Walk compared(String jvm, String system, String file) {
        return CertificateExamples.withChain(List.of(GOOD))
                .besides(stamp -> new Event.TrustCompared(
                        stamp,
                        List.of(
                                new TrustView(TrustView.Kind.JVM, "/opt/java/cacerts", 140, jvm),
                                new TrustView(TrustView.Kind.SYSTEM, "/etc/ssl/ca.crt", 140, system),
                                new TrustView(TrustView.Kind.CACERT, "ca.pem", 1, file))));
    }

    private static TlsWishes lasting(int days) {
        TlsWishes usual = TlsWishes.DEFAULT;
        return new TlsWishes(
                usual.sni(), List.of(), List.of(), OptionalInt.of(days), List.of(), false, false, List.of());
    }
}
