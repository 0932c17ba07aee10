package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Event.Decision;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import java.util.List;
import java.util.stream.Stream;

/** TLS modes, STARTTLS and handshakes. */
final class TlsExamples {

    private static final String[] WITH_STARTTLS = {"250-mx.example.com", "250 STARTTLS"};

    private TlsExamples() {}

    static List<Example> all() {
        return Stream.of(modes(), missing(), startTls(), alerts(), handshakes(), clientCertificates(), silence())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> modes() {
        return List.of(
                Example.of(
                                "TLS first to a STARTTLS port",
                                Walk.to("smtps://mx.example.com:587")
                                        .connected()
                                        .at(Stage.TLS)
                                        .breaksTls(
                                                null,
                                                "Unsupported or unrecognized SSL message",
                                                "220 mx ESMTP Postfix\r\n")
                                        .fails(Failure.WRONG_TLS_MODE))
                        .finds("tls-mode.implicit-on-starttls-port")
                        .with("shown", "220 mx ESMTP Postfix")
                        .showing("scheme")
                        .butNot("tls.handshake", "tls-mode.starttls-on-implicit-port"),
                Example.of(
                                "port 465 without TLS",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .at(Stage.TLS)
                                        .breaksTls(null, "Unsupported or unrecognized SSL message", "220 mx\r\n")
                                        .fails(Failure.WRONG_TLS_MODE))
                        .finds("tls-mode.implicit-on-starttls-port")
                        .showing("port-465"),
                Example.of(
                                "a greeting awaited where TLS comes first",
                                Walk.to("mx.example.com:465")
                                        .mode(TlsMode.STARTTLS_REQUIRED)
                                        .connected()
                                        .at(Stage.GREETING)
                                        .decides(Decision.TRY_TLS_ON_SILENCE)
                                        .decides(Decision.SILENT_PORT_SPEAKS_TLS)
                                        .fails(Failure.WRONG_TLS_MODE))
                        .finds("tls-mode.starttls-on-implicit-port")
                        .with("mode", "starttls")
                        .showing("option", "port-465")
                        .butNot("greeting.silent", "tls-mode.implicit-on-starttls-port"));
    }

    private static List<Example> missing() {
        return List.of(
                Example.of(
                                "no STARTTLS, and a login to protect",
                                Walk.to("mx.example.com:25")
                                        .login()
                                        .greeted()
                                        .ehlo("250-mx.example.com", "250 AUTH PLAIN LOGIN")
                                        .at(Stage.STARTTLS)
                                        .fails(Failure.NOT_OFFERED))
                        .finds("starttls.missing")
                        .remarks("auth.offered-in-clear")
                        .showing("auth-in-clear", "credentials", "port-25", "port-not-465")
                        .butNot("auth.not-offered", "session.in-clear"),
                Example.of(
                                "STARTTLS that a firewall removed",
                                Walk.to("mx.example.com:587")
                                        .mode(TlsMode.STARTTLS_REQUIRED)
                                        .greeted()
                                        .ehlo("250-mx.example.com", "250-XXXXXXXA", "250 SIZE 1000")
                                        .at(Stage.STARTTLS)
                                        .fails(Failure.NOT_OFFERED))
                        .finds("starttls.missing")
                        .showing("masked", "required", "port-not-465"),
                Example.of(
                                "no STARTTLS because of HELO",
                                Walk.to("mx.example.com:587")
                                        .mode(TlsMode.STARTTLS_REQUIRED)
                                        .greeted()
                                        .helo("250 mx.example.com")
                                        .at(Stage.STARTTLS)
                                        .fails(Failure.NOT_OFFERED))
                        .finds("starttls.missing")
                        .remarks("ehlo.helo-only")
                        .showing("helo-only", "required", "port-not-465"),
                Example.of(
                                "STARTTLS that nobody needs is not there",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo("250 mx.example.com")
                                        .at(Stage.STARTTLS)
                                        .skips(StepResult.Reason.NOT_OFFERED))
                        .remarks("session.in-clear")
                        .showing("not-offered")
                        .butNot("starttls.missing"));
    }

    private static List<Example> startTls() {
        return List.of(
                Example.of(
                                "TLS not available",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo(WITH_STARTTLS)
                                        .startTls("454 4.7.0 TLS not available due to local problem"))
                        .finds("starttls.refused")
                        .showing("temporary")
                        .butNot("session.temporary", "tls.handshake"),
                Example.of(
                                "STARTTLS offered and not known",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo(WITH_STARTTLS)
                                        .startTls("502 5.5.1 Command not implemented"))
                        .finds("starttls.refused")
                        .showing("unknown-command")
                        .butNot("protocol.unexpected-reply"),
                Example.of(
                                "421 to STARTTLS",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo(WITH_STARTTLS)
                                        .startTls("421 4.3.2 System going down"))
                        .finds("session.temporary")
                        .showing("leaving", "other")
                        .butNot("starttls.refused"),
                Example.of(
                                "a greeting behind the 220 to STARTTLS",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo(WITH_STARTTLS)
                                        .at(Stage.STARTTLS)
                                        .sends("STARTTLS")
                                        .gets("220 2.0.0 Ready")
                                        .getsUnexpected("250 AUTH PLAIN\r\n")
                                        .passes()
                                        .secured()
                                        .ehloUnderTls("250 mx.example.com"))
                        .remarks("starttls.injection")
                        .with("count", "16"),
                Example.of(
                                "STARTTLS as it should be",
                                Walk.to("mx.example.com:587").securedByStartTls("250 mx.example.com"))
                        .butNot("starttls.injection", "session.in-clear"));
    }

    private static List<Example> alerts() {
        return List.of(
                handshake("protocol_version", "Received fatal alert: protocol_version")
                        .being(Confidence.CERTAIN)
                        .showing("version", "alert", "detail")
                        .butNot("session.closed", "tls.silent"),
                handshake(
                                null,
                                "The server selected protocol version TLS10 is not accepted by client preferences [TLS12]")
                        .showing("version", "detail"),
                handshake("handshake_failure", "Received fatal alert: handshake_failure")
                        .showing("parameters", "alert", "detail"),
                handshake("unrecognized_name", "Received fatal alert: unrecognized_name")
                        .showing("name", "alert", "detail"),
                handshake("internal_error", "Received fatal alert: internal_error")
                        .being(Confidence.LIKELY)
                        .showing("unexplained", "alert", "detail"));
    }

    private static List<Example> handshakes() {
        return List.of(
                Example.of(
                                "a client certificate, asked for after the handshake",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .secured()
                                        .at(Stage.GREETING)
                                        .breaksTls(
                                                "certificate_required",
                                                "Received fatal alert: certificate_required",
                                                "")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .showing("client-certificate", "later", "alert", "detail"),
                Example.of(
                                "the connection is closed in the handshake",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .at(Stage.TLS)
                                        .isLeft(true, "")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .being(Confidence.LIKELY)
                        .showing("closed")
                        .butNot("session.closed"),
                Example.of(
                                "plain text after STARTTLS",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo(WITH_STARTTLS)
                                        .startTls("220 Ready")
                                        .at(Stage.TLS)
                                        .breaksTls(
                                                null,
                                                "Unsupported or unrecognized SSL message",
                                                "500 unknown command\r\n")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .with("shown", "500 unknown command")
                        .showing("plaintext", "detail")
                        .butNot("tls-mode.implicit-on-starttls-port"));
    }

    private static List<Example> clientCertificates() {
        return List.of(
                Example.of(
                                "a client certificate is missing, said at EHLO after STARTTLS",
                                Walk.to("mx.example.com:25")
                                        .greeted()
                                        .ehlo(WITH_STARTTLS)
                                        .startTls("220 Ready")
                                        .secured()
                                        .ehloUnderTls(
                                                "421 4.7.1 mx.example.com Error: No client certificate presented"))
                        .finds("tls.client-certificate")
                        .with("step", "ehlo-tls")
                        .being(Confidence.CERTAIN)
                        .showing("port-25")
                        .butNot("session.temporary", "ehlo.refused-after-tls", "tls.handshake"),
                Example.of(
                                "a client certificate is missing, said in place of a greeting",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .secured()
                                        .greeting("554 5.7.1 You must present a client certificate"))
                        .finds("tls.client-certificate")
                        .showing("port-other")
                        .butNot("greeting.rejected"),
                Example.of(
                                "a client certificate wanted in clear",
                                Walk.to("mx.example.com:25")
                                        .connected()
                                        .greeting("554 5.7.1 Client certificate required"))
                        .finds("greeting.rejected")
                        .showing("port-25", "unnamed")
                        .butNot("tls.client-certificate"));
    }

    private static List<Example> silence() {
        return List.of(
                Example.of(
                                "silence on port 465",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .at(Stage.TLS)
                                        .isIgnored(30, "")
                                        .fails(Failure.SILENCE))
                        .finds("tls.silent")
                        .showing("implicit")
                        .butNot("greeting.silent", "session.silent"),
                Example.of(
                                "silence after STARTTLS",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo(WITH_STARTTLS)
                                        .startTls("220 Ready")
                                        .at(Stage.TLS)
                                        .isIgnored(30, "")
                                        .fails(Failure.SILENCE))
                        .finds("tls.silent")
                        .showing("after-starttls"));
    }

    private static Example handshake(String alert, String detail) {
        return Example.of(
                        "handshake: " + detail,
                        Walk.to("mx.example.com:465")
                                .connected()
                                .at(Stage.TLS)
                                .breaksTls(alert, detail, "")
                                .fails(Failure.HANDSHAKE))
                .finds("tls.handshake");
    }
}
