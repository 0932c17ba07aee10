package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.AuthWishes.Choice;
import dev.smtpdiag.smtp.MechanismNeed;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.Secret;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Login mechanisms: what each needs, tokens, proofs of the server, several mechanisms, client certificates. */
final class AuthMechanismExamples {

    private AuthMechanismExamples() {}

    static List<Example> all() {
        List<Example> all = new ArrayList<>(needs());
        all.addAll(refusals());
        all.addAll(tokens());
        all.addAll(proofs());
        all.addAll(several());
        all.addAll(certificates());
        return all;
    }

    private static List<Example> needs() {
        return List.of(
                Example.of(
                                "named mechanisms that need what is not there",
                                named("AUTH XOAUTH2 PLAIN EXTERNAL GSSAPI", "XOAUTH2", "GSSAPI")
                                        .trial("XOAUTH2", new Trial.Missing(MechanismNeed.TOKEN))
                                        .trial("GSSAPI", new Trial.Missing(MechanismNeed.TICKET))
                                        .fails(Failure.NO_COMMON_MECHANISM))
                        .finds("auth.no-common-mechanism")
                        .showing("token", "ticket"),
                Example.of(
                                "a certificate, a password and a binding are missing",
                                named("AUTH EXTERNAL PLAIN SCRAM-SHA-256-PLUS X", "EXTERNAL", "PLAIN", "X")
                                        .trial("EXTERNAL", new Trial.Missing(MechanismNeed.CERTIFICATE))
                                        .trial("PLAIN", new Trial.Missing(MechanismNeed.PASSWORD))
                                        .trial("SCRAM-SHA-256-PLUS", new Trial.Missing(MechanismNeed.CHANNEL_BINDING))
                                        .trial("X", new Trial.Missing(MechanismNeed.SUPPORT))
                                        .fails(Failure.NO_COMMON_MECHANISM))
                        .finds("auth.no-common-mechanism")
                        .showing("certificate", "password", "binding", "support"),
                Example.of(
                                "a named mechanism that is not offered",
                                named("AUTH PLAIN LOGIN", "CRAM-MD5").fails(Failure.NO_COMMON_MECHANISM))
                        .finds("auth.no-common-mechanism")
                        .with("wanted", "CRAM-MD5")
                        .showing("wanted")
                        .butNot("auth.server-unproven"));
    }

    private static List<Example> refusals() {
        return List.of(
                Example.of("SCRAM is refused", login("SCRAM-SHA-256", "535 5.7.8 No"))
                        .finds("auth.rejected")
                        .showing("challenge", "provider-unknown", "unnamed")
                        .butNot("auth.mechanism-fails", "auth.token-invalid"),
                Example.of(
                                "a mechanism that Postfix does not have",
                                login(
                                        "NTLM",
                                        "535 5.7.8 Error: authentication failed: Invalid authentication mechanism"))
                        .finds("auth.not-usable")
                        .being(Confidence.CERTAIN)
                        .showing("mechanism-refused")
                        .butNot("auth.rejected"),
                Example.of("a certificate is refused", login("EXTERNAL", "535 5.7.8 No"))
                        .finds("auth.rejected")
                        .showing("external", "provider-unknown", "unnamed"),
                Example.of("NTLM is refused", login("NTLM", "535 5.7.3 Authentication unsuccessful"))
                        .finds("auth.rejected")
                        .showing("domain", "provider-unknown", "unnamed"),
                Example.of(
                                "a token for a mailbox without SMTP AUTH",
                                login(
                                        "XOAUTH2",
                                        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled"
                                                + " for the Mailbox."))
                        .finds("auth.rejected")
                        .showing("basic-auth-disabled")
                        .butNot("auth.token-invalid", "auth.token-expired", "auth.token-scope"));
    }

    private static List<Example> tokens() {
        return List.of(
                Example.of(
                                "Google's only answer",
                                token(
                                        "{\"status\":\"400\",\"schemes\":\"Bearer\",\"scope\":\"https://mail.google.com/\"}"))
                        .finds("auth.token-invalid")
                        .with("status", "400")
                        .showing("google", "status", "scope"),
                Example.of("Microsoft's silence", login("smtp.office365.com", "XOAUTH2", "535 5.7.3 Unsuccessful"))
                        .finds("auth.token-invalid")
                        .showing("microsoft", "unexplained"),
                Example.of(
                                "an error with a description",
                                token("{\"error\":\"invalid_request\",\"error_description\":\"malformed\"}"))
                        .finds("auth.token-invalid")
                        .showing("status", "description"),
                Example.of(
                                "expired at Google",
                                token("{\"status\":\"invalid_token\",\"error_description\":\"expired\","
                                        + "\"scope\":\"https://mail.google.com/\"}"))
                        .finds("auth.token-expired")
                        .being(Confidence.CERTAIN)
                        .showing("google", "status", "description"),
                Example.of(
                                "expired at Microsoft",
                                login("smtp.office365.com", "XOAUTH2", "535 5.7.8 The token has expired"))
                        .finds("auth.token-expired")
                        .showing("microsoft"),
                Example.of(
                                "the wrong scope at Google",
                                token("{\"status\":\"insufficient_scope\",\"scope\":\"https://mail.google.com/\"}"))
                        .finds("auth.token-scope")
                        .showing("google", "scope", "status"),
                Example.of(
                                "the wrong scope at Microsoft",
                                login("smtp.office365.com", "OAUTHBEARER", "535 5.7.8 insufficient_scope"))
                        .finds("auth.token-scope")
                        .showing("microsoft"));
    }

    private static List<Example> proofs() {
        return List.of(
                Example.of(
                                "a wrong signature",
                                scram("r=abc,s=QSXCR+Q6sek8bf92,i=4096")
                                        .sends("*")
                                        .gets("501 cancelled")
                                        .fails(Failure.SERVER_UNPROVEN))
                        .finds("auth.server-unproven")
                        .with("mechanism", "SCRAM-SHA-256")
                        .showing("wrong")
                        .butNot("auth.few-iterations", "auth.rejected"),
                Example.of(
                                "no signature",
                                scram("r=abc,s=QSXCR+Q6sek8bf92,i=1")
                                        .sends(Secret.MASK)
                                        .gets("235 2.7.0 Welcome")
                                        .fails(Failure.SERVER_UNPROVEN))
                        .finds("auth.server-unproven")
                        .remarks("auth.few-iterations")
                        .showing("missing"),
                Example.of(
                                "few iterations",
                                scram("r=abc,s=QSXCR+Q6sek8bf92,i=1000")
                                        .sends(Secret.MASK)
                                        .gets("235 2.7.0 Welcome")
                                        .passes())
                        .remarks("auth.few-iterations")
                        .with("iterations", "1000"));
    }

    private static List<Example> several() {
        Reply welcome = Story.parse("235 2.7.0 Welcome");
        Reply no = Story.parse("535 5.7.8 No");
        Trial works = new Trial.Works(welcome);
        Trial refused = new Trial.Fails(Failure.NEGATIVE_REPLY, no);
        return List.of(
                Example.of(
                                "the server has no verifier",
                                each().trial("CRAM-MD5", refused)
                                        .trial("PLAIN", works)
                                        .gets("235 Welcome")
                                        .passes())
                        .finds("auth.mechanism-fails")
                        .being(Confidence.LIKELY)
                        .with("failing", "CRAM-MD5")
                        .with("working", "PLAIN")
                        .showing("verifier"),
                Example.of(
                                "the server has the wrong keys",
                                each().trial("SCRAM-SHA-256", new Trial.Fails(Failure.SERVER_UNPROVEN, welcome))
                                        .trial("PLAIN", works)
                                        .gets("235 Welcome")
                                        .passes())
                        .finds("auth.mechanism-fails")
                        .showing("unproven"),
                Example.of(
                                "PLAIN is broken",
                                each().trial("CRAM-MD5", works)
                                        .trial("PLAIN", refused)
                                        .gets("235 Welcome")
                                        .passes())
                        .finds("auth.mechanism-fails")
                        .showing("other"),
                Example.of(
                                "all work",
                                each().trial("CRAM-MD5", works)
                                        .trial("PLAIN", works)
                                        .gets("235 Welcome")
                                        .passes())
                        .butNot("auth.mechanism-fails"));
    }

    private static List<Example> certificates() {
        return List.of(
                Example.of(
                                "asked for on port 25",
                                asked("mx.example.com:25", false, "CN=Example CA")
                                        .secured()
                                        .ehloUnderTls("250 mx.example.com"))
                        .remarks("tls.certificate-requested")
                        .with("authorities", "CN=Example CA")
                        .showing("authorities", "port-25"),
                Example.of(
                                "asked for and shown",
                                asked("mx.example.com:25", true).secured().ehloUnderTls("250 mx.example.com"))
                        .butNot("tls.certificate-requested"),
                Example.of(
                                "an old server wants one and says so badly",
                                asked("mx.example.com:587", false)
                                        .breaksTls("handshake_failure", "Received fatal alert", "")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .showing("client-certificate", "alert", "detail")
                        .butNot("tls.certificate-requested"),
                Example.of(
                                "an old server wants one and hangs up",
                                asked("mx.example.com:587", false)
                                        .isLeft(true, "")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .being(Confidence.LIKELY)
                        .showing("client-certificate", "closed"),
                Example.of(
                                "a certificate is refused",
                                asked("mx.example.com:587", true)
                                        .breaksTls("unknown_ca", "Received fatal alert", "")
                                        .fails(Failure.HANDSHAKE))
                        .finds("tls.handshake")
                        .showing("client-certificate-refused", "alert", "detail"));
    }

    private static Walk asked(String target, boolean shown, String... authorities) {
        return Walk.to(target)
                .greeted()
                .ehlo("250-mx.example.com", "250 STARTTLS")
                .startTls("220 2.0.0 Ready")
                .at(Stage.TLS)
                .besides(stamp ->
                        new Event.CertificateRequested(stamp, List.of(authorities), authorities.length, shown));
    }

    private static Walk each() {
        return secured("mx.example.com", "AUTH PLAIN CRAM-MD5 SCRAM-SHA-256").at(Stage.AUTH);
    }

    private static Walk scram(String serverFirst) {
        return secured("mx.example.com", "AUTH SCRAM-SHA-256")
                .at(Stage.AUTH)
                .sends("AUTH SCRAM-SHA-256 " + Secret.MASK)
                .gets("334 " + Story.base64(serverFirst));
    }

    private static Walk token(String json) {
        return secured("mx.example.com", "AUTH XOAUTH2")
                .at(Stage.AUTH)
                .sends("AUTH XOAUTH2 " + Secret.MASK)
                .gets("334 " + Story.base64(json))
                .sends(Secret.MASK)
                .gets("535 5.7.8 Username and Password not accepted")
                .fails(Failure.NEGATIVE_REPLY);
    }

    private static Walk login(String mechanism, String reply) {
        return login("mx.example.com", mechanism, reply);
    }

    private static Walk login(String host, String mechanism, String reply) {
        return secured(host, "AUTH " + mechanism)
                .at(Stage.AUTH)
                .sends("AUTH " + mechanism)
                .gets(reply)
                .fails(Failure.NEGATIVE_REPLY);
    }

    private static Walk named(String authLine, String... mechanisms) {
        AuthWishes wishes = new AuthWishes(Choice.NAMED, List.of(mechanisms), 3, false, false, Optional.empty());
        return secured("mx.example.com", authLine).auth(wishes).at(Stage.AUTH);
    }

    private static Walk secured(String host, String authLine) {
        return Walk.to(host + ":587").login().securedByStartTls("250-" + host, "250 " + authLine);
    }
}
