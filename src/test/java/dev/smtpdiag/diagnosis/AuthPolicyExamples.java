package dev.smtpdiag.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/** Logins and TLS that a server wants, and passwords that it should not take. */
final class AuthPolicyExamples {

    private AuthPolicyExamples() {}

    static List<Example> all() {
        return Stream.of(tlsRequired(), required(), withoutTls())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> tlsRequired() {
        return List.of(
                Example.of(
                                "STARTTLS wanted at the login",
                                AuthExamples.inClear("250-mx.example.com", "250-STARTTLS", "250 AUTH PLAIN")
                                        .auth("530 5.7.0 Must issue a STARTTLS command first"))
                        .finds("auth.tls-required")
                        .remarks("auth.offered-in-clear")
                        .with("step", "auth")
                        .showing("mode-none", "starttls-offered")
                        .butNot("auth.rejected", "auth.required"),
                Example.of(
                                "TLS wanted at MAIL, and not offered",
                                Walk.to("mx.example.com:587")
                                        .envelope("alice@example.com")
                                        .greeted()
                                        .ehlo("250 mx.example.com")
                                        .mail("523 5.7.10 Encryption needed"))
                        .finds("auth.tls-required")
                        .showing("starttls-not-offered")
                        .butNot("mail.refused"));
    }

    private static List<Example> required() {
        return List.of(
                Example.of(
                                "a login wanted at MAIL",
                                Walk.to("mx.example.com:587")
                                        .envelope("alice@example.com")
                                        .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
                                        .mail("530 5.7.0 Authentication Required."))
                        .finds("auth.required")
                        .with("step", "mail")
                        .being(Confidence.CERTAIN)
                        .showing("auth-offered")
                        .butNot("mail.refused", "auth.tls-required"),
                Example.of(
                                "a login wanted at RCPT, port 25, not offered",
                                Walk.to("mx.example.com:25")
                                        .envelope("alice@example.com", "bob@example.net")
                                        .securedByStartTls("250 mx.example.com")
                                        .mail("250 OK")
                                        .rcpt("550 Relaying denied: SMTP AUTH please"))
                        .finds("auth.required")
                        .being(Confidence.LIKELY)
                        .showing("auth-not-offered", "port-25")
                        .butNot("rcpt.refused"),
                Example.of(
                                "another authentication than a login",
                                Walk.to("mx.example.com:25")
                                        .envelope("alice@example.com", "bob@example.net")
                                        .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
                                        .mail(
                                                "550 5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM"))
                        .finds("mail.refused")
                        .showing("unproven-domain")
                        .butNot("auth.required"),
                Example.of(
                                "a login wanted again, after one",
                                Walk.to("mx.example.com:587")
                                        .envelope("alice@example.com")
                                        .loggedIn()
                                        .mail("530 5.7.1 Client was not authenticated"))
                        .finds("mail.refused")
                        .showing("logged-in")
                        .butNot("auth.required"));
    }

    private static List<Example> withoutTls() {
        return List.of(
                Example.of(
                                "passwords in clear, and no TLS",
                                AuthExamples.inClear("250-mx.example.com", "250 AUTH PLAIN LOGIN CRAM-MD5")
                                        .auth("235 2.7.0 Welcome"))
                        .remarks("auth.offered-in-clear", "session.in-clear")
                        .with("mechanisms", "PLAIN LOGIN")
                        .showing("starttls-not-offered"),
                Example.of(
                                "passwords in clear, although there is TLS",
                                Walk.to("mx.example.com:587")
                                        .greeted()
                                        .ehlo("250-mx.example.com", "250-STARTTLS", "250 AUTH PLAIN")
                                        .startTls("220 Ready")
                                        .secured()
                                        .ehloUnderTls("250-mx.example.com", "250 AUTH PLAIN"))
                        .remarks("auth.offered-in-clear")
                        .showing("starttls-offered")
                        .butNot("session.in-clear"),
                Example.of("a login that works", Walk.to("mx.example.com:587").loggedIn())
                        .butNot("auth.offered-in-clear", "auth.rejected"));
    }
}
