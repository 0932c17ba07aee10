package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.Pin;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.FetchedCertificate;
import dev.smtpdiag.transcript.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Certificates that a closer look tells more about. */
final class CertificateDepthExamples {

    private static final CertificateFacts GOOD = Walk.certificate("mx.example.com");
    private static final CertificateFacts OTHER = Walk.certificate("mail.example.net");
    private static final CertificateProblem MISMATCH = new CertificateProblem(Kind.NAME_MISMATCH, 0, "");

    private CertificateDepthExamples() {}

    static List<Example> all() {
        return Stream.of(clocks(), names(), trust(), faults())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> clocks() {
        CertificateFacts old = CertificateExamples.valid(GOOD, -90, -3);
        CertificateFacts young = CertificateExamples.valid(GOOD, 3, 90);
        return List.of(
                Example.of(
                                "the whole chain looks expired",
                                CertificateExamples.withChain(
                                        List.of(old, old), new CertificateProblem(Kind.EXPIRED, 0, "")))
                        .finds("certificate.expired")
                        .showing("clock", "leaf"),
                Example.of(
                                "the whole chain is of the future",
                                CertificateExamples.withChain(
                                        List.of(young, young), new CertificateProblem(Kind.NOT_YET_VALID, 0, "")))
                        .finds("certificate.not-yet-valid")
                        .showing("clock", "leaf"),
                Example.of(
                                "a server that says what day it is, and it is another",
                                dated(old, Kind.EXPIRED, "220 mx ESMTP Exim 4.96 Fri, 1 May 2026 09:41:38 +0200"))
                        .finds("certificate.expired")
                        .with("server-date", "2026-05-01")
                        .with("today", "2026-05-20")
                        .showing("clock", "server-date", "leaf"),
                Example.of(
                                "a server whose date shows that our clock runs behind",
                                dated(young, Kind.NOT_YET_VALID, "220 mx ESMTP Sat, 30 May 2026 09:41:38 +0000"))
                        .finds("certificate.not-yet-valid")
                        .with("server-date", "2026-05-30")
                        .showing("clock", "server-date", "leaf"));
    }

    private static Walk dated(CertificateFacts facts, Kind kind, String greeting) {
        return Walk.to("mx.example.com:25")
                .connected()
                .greeting(greeting)
                .ehlo("250-mx.example.com", "250 STARTTLS")
                .startTls("220 Ready")
                .secured(List.of(facts), new CertificateProblem(kind, 0, ""))
                .ehloUnderTls("250 mx.example.com");
    }

    private static List<Example> names() {
        return List.of(
                Example.of("with the name the server shows another", other(Optional.of("mx.example.com"), true))
                        .finds("certificate.name")
                        .showing("fits-with"),
                Example.of("without a name the server shows another", other(Optional.empty(), true))
                        .finds("certificate.name")
                        .showing("fits-without"),
                Example.of("without a name the server shows a third", other(Optional.empty(), false))
                        .finds("certificate.name")
                        .with("other", "mx.example.com")
                        .showing("uncovered", "suggestion", "other"),
                Example.of(
                                "without a name the server shows the same",
                                named().besides(stamp -> new Event.OtherCertificate(
                                        stamp, Optional.empty(), List.of(OTHER), true, false, "")))
                        .finds("certificate.name")
                        .showing("uncovered", "suggestion", "same-without"),
                Example.of(
                                "it is for the mail exchanger",
                                named().besides(stamp -> new Event.NamesFound(
                                        stamp,
                                        List.of("host.example.net"),
                                        List.of("mail.example.net"),
                                        List.of("mail.example.net"))))
                        .finds("certificate.name")
                        .with("mx", "mail.example.net")
                        .showing("uncovered", "mx"),
                Example.of(
                                "it is for the name of the address",
                                named().besides(stamp -> new Event.NamesFound(
                                        stamp, List.of("mail.example.net"), List.of(), List.of("mail.example.net"))))
                        .finds("certificate.name")
                        .with("reverse", "mail.example.net")
                        .showing("uncovered", "reverse"));
    }

    private static Walk named() {
        return CertificateExamples.withChain(List.of(OTHER), MISMATCH);
    }

    private static Walk other(Optional<String> name, boolean matches) {
        return named().besides(stamp -> new Event.OtherCertificate(stamp, name, List.of(GOOD), false, matches, ""));
    }

    private static List<Example> trust() {
        return List.of(
                Example.of("what is missing was fetched", fetched(Kind.MISSING_INTERMEDIATE, true))
                        .finds("certificate.incomplete")
                        .being(Confidence.CERTAIN)
                        .with("url", "http://ca.example/r3")
                        .with("keytool", "keytool -importcert -cacerts -alias example-ca-r3 -file FILE")
                        .showing("url", "completed"),
                Example.of("what was fetched does not help", fetched(Kind.UNKNOWN_ISSUER, false))
                        .finds("certificate.untrusted")
                        .showing("in-vain"));
    }

    private static Walk fetched(Kind kind, boolean completes) {
        CertificateFacts leaf = new CertificateFacts(
                GOOD.subject(),
                GOOD.issuer(),
                GOOD.notBefore(),
                GOOD.notAfter(),
                GOOD.names(),
                GOOD.key(),
                GOOD.signature(),
                GOOD.sha256(),
                false,
                "",
                "http://ca.example/r3",
                "");
        FetchedCertificate attempt = new FetchedCertificate("http://ca.example/r3", "Example CA R3", "");
        return CertificateExamples.withChain(List.of(leaf), new CertificateProblem(kind, 0, "Example CA R3"))
                .besides(stamp -> new Event.IntermediatesFetched(stamp, List.of(attempt), completes));
    }

    private static List<Example> faults() {
        return List.of(
                Example.of(
                                "a certificate that was withdrawn",
                                CertificateExamples.withheld(
                                        List.of(GOOD), new CertificateProblem(Kind.REVOKED, 0, "key compromise")))
                        .finds("certificate.revoked")
                        .with("detail", "key compromise")
                        .showing("login-withheld")
                        .butNot("certificate.pin", "certificate.usage"),
                Example.of("another key than the pinned one", pinned("ab".repeat(32)))
                        .finds("certificate.pin")
                        .with("wanted", "ab".repeat(32))
                        .showing("login-withheld")
                        .butNot("certificate.revoked"),
                Example.of("the pin of an intermediate", pinned("00".repeat(32)))
                        .finds("certificate.pin")
                        .showing("elsewhere", "login-withheld"),
                Example.of(
                                "--insecure does not waive a pin",
                                CertificateExamples.withChain(
                                                List.of(GOOD),
                                                new CertificateProblem(Kind.WRONG_PIN, 0, "x"),
                                                new CertificateProblem(Kind.SELF_SIGNED, 0, "x"))
                                        .insecure())
                        .finds("certificate.pin")
                        .remarks("certificate.self-signed"),
                Example.of(
                                "a certificate for clients",
                                CertificateExamples.withheld(
                                        List.of(GOOD),
                                        new CertificateProblem(Kind.WRONG_USAGE, 0, "extendedKeyUsage clientAuth")))
                        .finds("certificate.usage")
                        .showing("leaf", "login-withheld"),
                Example.of(
                                "an issuer that may not issue",
                                CertificateExamples.withChain(
                                        List.of(GOOD, GOOD),
                                        new CertificateProblem(Kind.WRONG_USAGE, 1, "basicConstraints CA:FALSE")))
                        .finds("certificate.usage")
                        .showing("intermediate"));
    }

    private static Walk pinned(String fingerprint) {
        TlsWishes usual = TlsWishes.DEFAULT;
        TlsWishes wishes = new TlsWishes(
                usual.sni(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                List.of(new Pin(Pin.Kind.CERTIFICATE, fingerprint)),
                false,
                false,
                List.of());
        return Walk.to("mx.example.com:465")
                .tls(wishes)
                .login()
                .connected()
                .secured(List.of(GOOD, GOOD), new CertificateProblem(Kind.WRONG_PIN, 0, "11".repeat(32)))
                .greeting("220 mx.example.com")
                .ehlo("250 mx.example.com")
                .at(dev.smtpdiag.transcript.Stage.AUTH)
                .skips(StepResult.Reason.CERTIFICATE_NOT_VALID);
    }
}
