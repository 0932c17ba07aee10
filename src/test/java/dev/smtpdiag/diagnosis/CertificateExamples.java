package dev.smtpdiag.diagnosis;

import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Certificates that are not valid for us. */
final class CertificateExamples {

    private static final CertificateFacts GOOD = Walk.certificate("mx.example.com");

    private CertificateExamples() {}

    static List<Example> all() {
        return Stream.of(time(), names(), trust(), quality(), several())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> time() {
        return List.of(
                Example.of(
                                "expired for three days, and the login withheld",
                                Walk.to("mx.example.com:465")
                                        .login()
                                        .connected()
                                        .secured(
                                                List.of(valid(GOOD, -90, -3)),
                                                new CertificateProblem(Kind.EXPIRED, 0, "2026-05-17T12:00:00Z"))
                                        .greeting("220 mx.example.com")
                                        .ehlo("250-mx.example.com", "250 AUTH PLAIN")
                                        .at(Stage.AUTH)
                                        .skips(StepResult.Reason.CERTIFICATE_NOT_VALID))
                        .finds("certificate.expired")
                        .with("date", "2026-05-17")
                        .with("days", "3")
                        .with("position", "1")
                        .showing("clock-too", "leaf", "login-withheld")
                        .butNot("certificate.not-yet-valid", "auth.not-offered"),
                Example.of(
                                "an intermediate that has expired",
                                withChain(
                                        List.of(GOOD, valid(GOOD, -900, -10)),
                                        new CertificateProblem(Kind.EXPIRED, 1, "2026-05-10T12:00:00Z")))
                        .finds("certificate.expired")
                        .with("position", "2")
                        .showing("clock-too", "intermediate"),
                Example.of(
                                "a certificate of tomorrow",
                                withChain(
                                        List.of(valid(GOOD, 1, 90)), new CertificateProblem(Kind.NOT_YET_VALID, 0, "")))
                        .finds("certificate.not-yet-valid")
                        .with("date", "2026-05-21")
                        .with("days", "1")
                        .being(Confidence.LIKELY)
                        .showing("clock-too", "leaf")
                        .butNot("certificate.expired"),
                Example.of(
                                "an intermediate of tomorrow, and the login withheld",
                                withheld(
                                        List.of(GOOD, valid(GOOD, 1, 90)),
                                        new CertificateProblem(Kind.NOT_YET_VALID, 1, "")))
                        .finds("certificate.not-yet-valid")
                        .showing("clock-too", "intermediate", "login-withheld"));
    }

    private static List<Example> names() {
        return List.of(
                Example.of(
                                "another name",
                                withheld(
                                        List.of(Walk.certificate("*.example.net", "mail.example.net")),
                                        new CertificateProblem(Kind.NAME_MISMATCH, 0, "")))
                        .finds("certificate.name")
                        .with("names", "*.example.net, mail.example.net")
                        .with("suggestion", "mail.example.net")
                        .showing("uncovered", "suggestion", "wildcard", "login-withheld")
                        .butNot("certificate.untrusted"),
                Example.of(
                                "no name at all, and an address asked for",
                                Walk.to("192.0.2.10:465")
                                        .connected()
                                        .secured(
                                                List.of(Walk.certificate()),
                                                new CertificateProblem(Kind.NAME_MISMATCH, 0, ""))
                                        .greeting("220 mx.example.com")
                                        .ehlo("250 mx.example.com"))
                        .finds("certificate.name")
                        .with("names", "mx.example.com")
                        .showing("uncovered", "no-names", "address"),
                Example.of(
                                "more names than fit",
                                withChain(
                                        List.of(Walk.certificate("a.x", "b.x", "c.x", "d.x", "e.x", "f.x")),
                                        new CertificateProblem(Kind.NAME_MISMATCH, 0, "")))
                        .finds("certificate.name")
                        .with("names", "a.x, b.x, c.x, d.x, e.x, …")
                        .showing("uncovered", "suggestion"));
    }

    private static List<Example> trust() {
        return List.of(
                Example.of(
                                "self-signed by a virus scanner, and of another name",
                                withheld(
                                        List.of(issuedBy(GOOD, "CN=Avast Mail Shield Root")),
                                        new CertificateProblem(Kind.SELF_SIGNED, 0, "")))
                        .finds("certificate.self-signed")
                        .showing("interceptor", "login-withheld")
                        .butNot("certificate.untrusted"),
                Example.of(
                                "no intermediate",
                                withheld(
                                        List.of(GOOD),
                                        new CertificateProblem(Kind.MISSING_INTERMEDIATE, 0, "Example CA R3")))
                        .finds("certificate.incomplete")
                        .with("issuer", "Example CA R3")
                        .being(Confidence.LIKELY)
                        .showing("login-withheld")
                        .butNot("certificate.untrusted", "certificate.self-signed"),
                Example.of(
                                "no intermediate, but a firewall",
                                withChain(
                                        List.of(issuedBy(GOOD, "CN=Fortinet CA")),
                                        new CertificateProblem(Kind.MISSING_INTERMEDIATE, 0, "Fortinet CA")))
                        .finds("certificate.incomplete")
                        .showing("interceptor"),
                Example.of(
                                "an unknown authority",
                                withheld(
                                        List.of(GOOD, issuedBy(GOOD, "CN=Zscaler Root")),
                                        new CertificateProblem(Kind.UNKNOWN_ISSUER, 1, "Zscaler Root")))
                        .finds("certificate.untrusted")
                        .with("position", "2")
                        .showing("interceptor", "login-withheld")
                        .butNot("certificate.incomplete", "certificate.invalid"));
    }

    private static List<Example> quality() {
        return List.of(
                Example.of(
                                "a short key, of the server itself",
                                withheld(List.of(GOOD), new CertificateProblem(Kind.TOO_WEAK, 0, "RSA 1024")))
                        .finds("certificate.weak")
                        .with("detail", "RSA 1024")
                        .showing("leaf", "login-withheld"),
                Example.of(
                                "an old signature, of an intermediate",
                                withChain(List.of(GOOD, GOOD), new CertificateProblem(Kind.TOO_WEAK, 1, "SHA1withRSA")))
                        .finds("certificate.weak")
                        .showing("intermediate"),
                Example.of(
                                "a chain that does not hold",
                                withheld(
                                        List.of(GOOD, GOOD),
                                        new CertificateProblem(Kind.INVALID, 0, "PKIX path validation failed")))
                        .finds("certificate.invalid")
                        .showing("login-withheld")
                        .butNot("certificate.weak"));
    }

    private static List<Example> several() {
        return List.of(
                Example.of(
                                "several problems: the strongest is the error",
                                withChain(
                                        List.of(valid(GOOD, -90, -3)),
                                        new CertificateProblem(Kind.EXPIRED, 0, ""),
                                        new CertificateProblem(Kind.NAME_MISMATCH, 0, ""),
                                        new CertificateProblem(Kind.SELF_SIGNED, 0, "")))
                        .finds("certificate.expired")
                        .remarks("certificate.name", "certificate.self-signed")
                        .showing("clock-too", "leaf"),
                Example.of(
                                "--insecure makes a warning of it",
                                Walk.to("mx.example.com:465")
                                        .insecure()
                                        .connected()
                                        .secured(new CertificateProblem(Kind.UNKNOWN_ISSUER, 0, ""))
                                        .greeting("220 mx.example.com")
                                        .ehlo("250 mx.example.com"))
                        .remarks("certificate.untrusted"),
                Example.of(
                                "a handshake that fails for another reason",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .at(Stage.TLS)
                                        .judges(List.of(GOOD), new CertificateProblem(Kind.SELF_SIGNED, 0, ""))
                                        .breaksTls("bad_certificate", "Received fatal alert: bad_certificate", "")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .remarks("certificate.self-signed")
                        .showing("client-certificate", "alert", "detail"),
                Example.of("a certificate as it should be", withChain(List.of(GOOD)))
                        .butNot("certificate.name", "certificate.self-signed", "certificate.weak"));
    }

    static Walk withChain(List<CertificateFacts> chain, CertificateProblem... problems) {
        return Walk.to("mx.example.com:465")
                .connected()
                .secured(chain, problems)
                .greeting("220 mx.example.com")
                .ehlo("250 mx.example.com");
    }

    static Walk withheld(List<CertificateFacts> chain, CertificateProblem problem) {
        return withChain(chain, problem).login().at(Stage.AUTH).skips(StepResult.Reason.CERTIFICATE_NOT_VALID);
    }

    static CertificateFacts valid(CertificateFacts facts, int fromDays, int toDays) {
        Instant from = Walk.TODAY.plus(Duration.ofDays(fromDays));
        Instant to = Walk.TODAY.plus(Duration.ofDays(toDays));
        return new CertificateFacts(
                facts.subject(),
                facts.issuer(),
                from,
                to,
                facts.names(),
                facts.key(),
                facts.signature(),
                facts.sha256(),
                facts.selfSigned());
    }

    private static CertificateFacts issuedBy(CertificateFacts facts, String issuer) {
        return new CertificateFacts(
                facts.subject(),
                issuer,
                facts.notBefore(),
                facts.notAfter(),
                facts.names(),
                facts.key(),
                facts.signature(),
                facts.sha256(),
                facts.selfSigned());
    }
}
