package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Logins that are tried. */
final class AuthExamples {

    private AuthExamples() {}

    static List<Example> all() {
        return Stream.of(notOffered(), notUsable(), rejected(), rejectedByPolicy(), rejectedForAReason())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> notOffered() {
        return List.of(
                Example.of(
                                "a login in clear, and AUTH only after TLS",
                                inClear("250-mx.example.com", "250 STARTTLS")
                                        .at(Stage.AUTH)
                                        .fails(Failure.NOT_OFFERED))
                        .finds("auth.only-after-tls")
                        .showing("mode-none")
                        .butNot("auth.not-offered", "auth.tls-required"),
                Example.of(
                                "port 25, HELO, in clear, no AUTH",
                                Walk.to("mx.example.com:25")
                                        .login()
                                        .mode(TlsMode.NONE)
                                        .allowPlaintextAuth()
                                        .greeted()
                                        .helo("250 mx.example.com")
                                        .at(Stage.AUTH)
                                        .fails(Failure.NOT_OFFERED))
                        .finds("auth.not-offered")
                        .remarks("ehlo.helo-only")
                        .showing("port-25", "helo-only", "in-clear")
                        .butNot("auth.only-after-tls", "auth.no-common-mechanism"),
                Example.of(
                                "AUTH before TLS and not after it",
                                Walk.to("mx.example.com:587")
                                        .login()
                                        .greeted()
                                        .ehlo("250-mx.example.com", "250-STARTTLS", "250 AUTH PLAIN CRAM-MD5")
                                        .startTls("220 Ready")
                                        .secured()
                                        .ehloUnderTls("250 mx.example.com")
                                        .at(Stage.AUTH)
                                        .fails(Failure.NOT_OFFERED))
                        .finds("auth.not-offered")
                        .remarks("auth.offered-in-clear")
                        .showing("port-submission", "only-in-clear"),
                Example.of(
                                "tokens, domains and challenges only",
                                secured("AUTH XOAUTH2 NTLM SCRAM-SHA-256")
                                        .at(Stage.AUTH)
                                        .fails(Failure.NO_COMMON_MECHANISM))
                        .finds("auth.no-common-mechanism")
                        .with("offered", "XOAUTH2 NTLM SCRAM-SHA-256")
                        .showing("oauth", "ntlm")
                        .butNot("auth.not-offered", "auth.not-usable"),
                Example.of(
                                "an empty AUTH line in clear",
                                inClear("250-mx.example.com", "250 AUTH")
                                        .at(Stage.AUTH)
                                        .fails(Failure.NO_COMMON_MECHANISM))
                        .finds("auth.no-common-mechanism")
                        .showing("none", "in-clear")
                        .butNot("auth.offered-in-clear"));
    }

    private static List<Example> notUsable() {
        return List.of(
                Example.of(
                                "a mechanism that is listed and refused",
                                secured("AUTH PLAIN").auth("504 5.7.4 Unrecognized Authentication Type"))
                        .finds("auth.not-usable")
                        .with("mechanism", "PLAIN")
                        .being(Confidence.CERTAIN)
                        .showing("mechanism-refused")
                        .butNot("auth.rejected"),
                Example.of(
                                "AUTH not enabled, in clear",
                                inClear("250-mx.example.com", "250 AUTH PLAIN")
                                        .auth("503 5.5.1 Error: authentication not enabled"))
                        .finds("auth.not-usable")
                        .remarks("auth.offered-in-clear")
                        .showing("not-enabled", "in-clear"),
                Example.of("AUTH not known", secured("AUTH PLAIN").auth("502 5.5.2 Error: command not recognized"))
                        .finds("auth.not-usable")
                        .showing("unknown-command"));
    }

    private static List<Example> rejected() {
        return List.of(
                Example.of(
                                "refused without a word, after a penalty",
                                Walk.to("mx.example.com:587")
                                        .login("alice ", "geheim\u00df ")
                                        .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
                                        .at(Stage.AUTH)
                                        .sends("AUTH PLAIN ****************")
                                        .after(Duration.ofMillis(2040))
                                        .gets("535 5.7.8 Error: authentication failed")
                                        .fails(Failure.NEGATIVE_REPLY))
                        .finds("auth.rejected")
                        .with("seconds", "2")
                        .with("code", "535")
                        .showing(
                                "user-without-domain",
                                "user-space",
                                "password-space",
                                "not-ascii",
                                "slow",
                                "unnamed",
                                "provider-unknown")
                        .butNot("auth.temporary", "auth.not-usable"),
                Example.of(
                                "refused at once, and nothing strange about it",
                                secured("AUTH PLAIN").auth("535 5.7.8 No"))
                        .finds("auth.rejected")
                        .showing("unnamed", "provider-unknown"),
                Example.of(
                                "an app password is wanted",
                                secured("AUTH PLAIN")
                                        .auth(
                                                "534-5.7.9 Application-specific",
                                                "534-5.7.9 password required. Learn more at",
                                                "534 5.7.9 https://support.example.com/"))
                        .finds("auth.rejected")
                        .being(Confidence.CERTAIN)
                        .showing("app-password"),
                Example.of(
                                "logins by password are switched off",
                                secured("AUTH LOGIN")
                                        .auth(
                                                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled"
                                                        + " for the Tenant."))
                        .finds("auth.rejected")
                        .showing("basic-auth-disabled"),
                Example.of(
                                "the account is locked, and the user name short",
                                Walk.to("mx.example.com:587")
                                        .login("alice", "secret")
                                        .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
                                        .auth("525 5.7.13 User account disabled"))
                        .finds("auth.rejected")
                        .showing("disabled"));
    }

    private static List<Example> rejectedByPolicy() {
        return List.of(Example.of(
                        "the provider wants a look in a browser",
                        secured("AUTH PLAIN").auth("534 5.7.14 Please log in via your web browser and then try again."))
                .finds("auth.rejected")
                .showing("browser"));
    }

    private static List<Example> rejectedForAReason() {
        return List.of(
                Example.of("the mechanism is too weak", secured("AUTH PLAIN").auth("534 5.7.9 Mechanism is too weak"))
                        .finds("auth.rejected")
                        .showing("weak-mechanism"),
                Example.of(
                                "the login cannot be decoded",
                                secured("AUTH PLAIN").auth("501 5.5.2 Cannot Decode response"))
                        .finds("auth.rejected")
                        .being(Confidence.LIKELY)
                        .showing("unreadable"),
                Example.of(
                                "encryption required, though the session has it",
                                secured("AUTH PLAIN").auth("538 5.7.11 Encryption required"))
                        .finds("auth.rejected")
                        .showing("tls-asked")
                        .butNot("auth.tls-required"),
                Example.of(
                                "530 under TLS that is not about TLS",
                                secured("AUTH PLAIN").auth("530 5.7.0 Authentication required"))
                        .finds("auth.rejected")
                        .showing("unnamed", "provider-unknown"),
                Example.of(
                                "a policy of the organisation",
                                secured("AUTH LOGIN")
                                        .auth("535 5.7.139 Authentication unsuccessful, the request did not meet the"
                                                + " criteria to be authenticated successfully."))
                        .finds("auth.rejected")
                        .showing("conditional-access"),
                Example.of(
                                "too many logins",
                                secured("AUTH PLAIN")
                                        .auth("454 4.7.0 Too many login attempts, please try again later."))
                        .finds("auth.temporary")
                        .showing("rate", "locked")
                        .butNot("session.temporary", "auth.rejected"),
                Example.of(
                                "too many connections",
                                secured("AUTH PLAIN").auth("454 4.7.0 Too many concurrent connections, blocked"))
                        .finds("auth.temporary")
                        .showing("rate", "not-locked"),
                Example.of(
                                "an account that is locked for a while",
                                secured("AUTH PLAIN").auth("454 4.7.0 Account temporarily locked, wait 10 minutes"))
                        .finds("auth.temporary")
                        .showing("locked"),
                Example.of(
                                "a password transition",
                                secured("AUTH PLAIN").auth("432 4.7.12 A password transition is needed"))
                        .finds("auth.temporary")
                        .showing("transition", "not-locked", "unnamed"),
                Example.of("421 to the login", secured("AUTH PLAIN").auth("421 4.7.0 Bye"))
                        .finds("session.temporary")
                        .showing("leaving", "other")
                        .butNot("auth.temporary"));
    }

    static Walk inClear(String... ehlo) {
        return Walk.to("mx.example.com:2525")
                .login()
                .mode(TlsMode.NONE)
                .allowPlaintextAuth()
                .greeted()
                .ehlo(ehlo);
    }

    private static Walk secured(String authLine) {
        return Walk.to("mx.example.com:587").login().securedByStartTls("250-mx.example.com", "250 " + authLine);
    }
}
