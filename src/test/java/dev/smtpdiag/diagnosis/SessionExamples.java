package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.stream.Stream;

/** EHLO, and what can happen at any step. */
final class SessionExamples {

    private SessionExamples() {}

    static List<Example> all() {
        return Stream.of(hello(), helloUnderTls(), noTls(), closed(), unanswered(), senseless())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> hello() {
        return List.of(
                Example.of(
                                "EHLO with an underscore",
                                greeted().ehloAs("my_host", "501 5.5.4 Syntactically invalid EHLO argument(s)"))
                        .finds("ehlo.refused")
                        .with("ehlo-name", "my_host")
                        .being(Confidence.CERTAIN)
                        .showing("name", "name-has-underscore")
                        .butNot("ehlo.helo-only", "session.temporary"),
                Example.of("EHLO with a bare name", greeted().ehloAs("laptop", "550 need fully-qualified hostname"))
                        .finds("ehlo.refused")
                        .showing("name", "name-is-local"),
                Example.of(
                                "EHLO with an address",
                                Walk.to("mx.example.com:25")
                                        .greeted()
                                        .ehloAs("[192.0.2.99]", "554 Go away, listed in dnsbl.example"))
                        .finds("ehlo.refused")
                        .showing("name-is-literal", "block-list", "port-25"),
                Example.of(
                                "an FTP server knows neither EHLO nor HELO",
                                Walk.to("mx.example.com:21")
                                        .connected()
                                        .greeting("220 ProFTPD 1.3 FTP server ready")
                                        .helo("500 HELO not understood"))
                        .finds("ehlo.refused")
                        .showing("other-service", "helo-tried")
                        .butNot("ehlo.helo-only"),
                Example.of(
                                "an LMTP port",
                                Walk.to("mx.example.com:24")
                                        .connected()
                                        .greeting("220 mx.example.com LMTP ready")
                                        .helo("500 5.5.1 Unknown command"))
                        .finds("ehlo.refused")
                        .being(Confidence.CERTAIN)
                        .showing("lmtp", "helo-tried")
                        .butNot("ehlo.helo-only"),
                Example.of("EHLO refused for a reason unknown", greeted().ehlo("554 5.7.1 No"))
                        .finds("ehlo.refused")
                        .showing("not-name"),
                Example.of("EHLO refused for now", greeted().ehlo("451 4.3.0 Later"))
                        .finds("session.temporary")
                        .showing("other")
                        .butNot("ehlo.refused"));
    }

    private static List<Example> helloUnderTls() {
        return List.of(
                Example.of(
                                "EHLO out of order after TLS, and a local name",
                                startedTls()
                                        .at(Stage.EHLO_TLS)
                                        .sends("EHLO laptop")
                                        .gets("503 5.5.1 Bad sequence")
                                        .fails(Failure.NEGATIVE_REPLY))
                        .finds("ehlo.refused-after-tls")
                        .showing("sequence", "name-is-local")
                        .butNot("ehlo.refused"),
                Example.of("EHLO refused by policy after TLS", startedTls().ehloUnderTls("550 5.7.1 Policy"))
                        .finds("ehlo.refused-after-tls")
                        .showing("policy"),
                Example.of("EHLO refused for now after TLS", startedTls().ehloUnderTls("421 4.3.2 Bye"))
                        .finds("session.temporary")
                        .with("step", "ehlo-tls")
                        .showing("leaving", "other")
                        .butNot("ehlo.refused-after-tls"));
    }

    private static List<Example> noTls() {
        return List.of(
                Example.of(
                                "HELO only, port 25, in clear as asked for",
                                Walk.to("mx.example.com:25")
                                        .mode(TlsMode.NONE)
                                        .greeted()
                                        .helo("250 mx.example.com"))
                        .remarks("ehlo.helo-only", "session.in-clear")
                        .with("reply", "502 5.5.2 Error: command not recognized")
                        .showing("port-25"),
                Example.of(
                                "in clear as asked for, although there is STARTTLS",
                                Walk.to("mx.example.com:587")
                                        .mode(TlsMode.NONE)
                                        .greeted()
                                        .ehlo("250-mx.example.com", "250 STARTTLS"))
                        .remarks("session.in-clear")
                        .showing("mode-none"),
                Example.of(
                                "a login in clear",
                                Walk.to("mx.example.com:587")
                                        .mode(TlsMode.NONE)
                                        .login()
                                        .allowPlaintextAuth()
                                        .greeted()
                                        .ehlo("250-mx.example.com", "250 AUTH CRAM-MD5")
                                        .auth("235 Welcome"))
                        .remarks("session.in-clear")
                        .showing("not-offered", "logged-in")
                        .butNot("auth.offered-in-clear"),
                Example.of(
                                "the walk was to end before TLS",
                                Walk.to("mx.example.com:587")
                                        .stopAfter(StopAfter.FIRST_EHLO)
                                        .greeted()
                                        .ehlo("250-mx.example.com", "250 STARTTLS"))
                        .butNot("session.in-clear"));
    }

    private static List<Example> closed() {
        return List.of(
                Example.of(
                                "reset while it is set up",
                                Walk.to("mx.example.com:587")
                                        .resolved("192.0.2.10")
                                        .triesInVain("192.0.2.10", Failure.CLOSED)
                                        .fails(Failure.CLOSED))
                        .finds("session.closed")
                        .with("step", "connect")
                        .showing("at-connect")
                        .butNot("connect.refused"),
                Example.of(
                                "closed instead of a greeting",
                                Walk.to("mx.example.com:587")
                                        .connected()
                                        .at(Stage.GREETING)
                                        .isLeft(true, "")
                                        .fails(Failure.CLOSED))
                        .finds("session.closed")
                        .with("step", "greeting")
                        .showing("at-greeting", "reset")
                        .butNot("greeting.silent", "greeting.rejected"),
                Example.of(
                                "closed at EHLO, in the middle of a line",
                                greeted()
                                        .at(Stage.EHLO)
                                        .sends("EHLO client.example.org")
                                        .isLeft(false, "250-mx")
                                        .fails(Failure.CLOSED))
                        .finds("session.closed")
                        .showing("at-ehlo", "later", "partial")
                        .butNot("protocol.malformed"),
                Example.of(
                                "closed at the login",
                                Walk.to("mx.example.com:587")
                                        .login()
                                        .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
                                        .at(Stage.AUTH)
                                        .sends("AUTH PLAIN ****************")
                                        .isLeft(false, "")
                                        .fails(Failure.CLOSED))
                        .finds("session.closed")
                        .showing("at-auth", "later")
                        .butNot("auth.rejected"));
    }

    private static List<Example> unanswered() {
        return List.of(
                silent(Stage.EHLO, "EHLO client.example.org", "at-ehlo").butNot("greeting.silent"),
                silent(Stage.AUTH, "AUTH PLAIN ****************", "at-auth").butNot("session.time-spent"),
                silent(Stage.RCPT, "RCPT TO:<bob@example.net>", "at-recipient"),
                Example.of(
                                "half a reply to STARTTLS",
                                greeted()
                                        .ehlo("250-mx.example.com", "250 STARTTLS")
                                        .at(Stage.STARTTLS)
                                        .sends("STARTTLS")
                                        .isIgnored(30, "220 Rea")
                                        .fails(Failure.SILENCE))
                        .finds("session.silent")
                        .with("seconds", "30")
                        .showing("partial")
                        .butNot("tls.silent"),
                Example.of(
                                "the time is spent at EHLO",
                                greeted()
                                        .at(Stage.EHLO)
                                        .sends("EHLO client.example.org")
                                        .isIgnored(12, "")
                                        .fails(Failure.TIME_SPENT))
                        .finds("session.time-spent")
                        .with("seconds", "120")
                        .butNot("session.silent"));
    }

    private static List<Example> senseless() {
        return List.of(
                Example.of(
                                "a stack trace in place of a reply",
                                greeted()
                                        .at(Stage.EHLO)
                                        .sends("EHLO client.example.org")
                                        .getsGarbage("Traceback (most recent call last):\n  File")
                                        .fails(Failure.MALFORMED))
                        .finds("protocol.malformed")
                        .with("shown", "Traceback (most recent call last):")
                        .showing("no-code")
                        .butNot("greeting.not-smtp"),
                Example.of(
                                "a reply without end",
                                greeted()
                                        .at(Stage.EHLO)
                                        .sends("EHLO client.example.org")
                                        .getsGarbage(MalformedReply.Reason.ENDLESS_REPLY, "250-X\r\n250-X\r\n")
                                        .fails(Failure.MALFORMED))
                        .finds("protocol.malformed")
                        .showing("endless"),
                Example.of(
                                "a news server",
                                Walk.to("mx.example.com:119").connected().greeting("200 news.example.com ready"))
                        .finds("protocol.unexpected-reply")
                        .showing("greeting")
                        .butNot("greeting.rejected", "greeting.not-smtp"),
                Example.of(
                                "challenges without end",
                                Walk.to("mx.example.com:587")
                                        .login()
                                        .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
                                        .at(Stage.AUTH)
                                        .sends("AUTH PLAIN ****************")
                                        .gets("334 QWdhaW4=")
                                        .fails(Failure.UNEXPECTED_REPLY))
                        .finds("protocol.unexpected-reply")
                        .showing("challenge")
                        .butNot("auth.rejected"),
                Example.of(
                                "354 to RCPT",
                                Walk.to("mx.example.com:587")
                                        .envelope("alice@example.com", "bob@example.net")
                                        .securedByStartTls("250 mx.example.com")
                                        .mail("250 OK")
                                        .at(Stage.RCPT)
                                        .sends("RCPT TO:<bob@example.net>")
                                        .gets("354 Go ahead")
                                        .fails(Failure.NEGATIVE_REPLY))
                        .finds("protocol.unexpected-reply")
                        .showing("later")
                        .butNot("rcpt.refused"));
    }

    private static Walk greeted() {
        return Walk.to("mx.example.com:587").greeted();
    }

    private static Walk startedTls() {
        return greeted()
                .ehlo("250-mx.example.com", "250 STARTTLS")
                .startTls("220 Ready")
                .secured();
    }

    private static Example silent(Stage stage, String command, String guard) {
        return Example.of(
                        "silence at " + stage.id(),
                        greeted().at(stage).sends(command).isIgnored(30, "").fails(Failure.SILENCE))
                .finds("session.silent")
                .with("step", stage.id())
                .showing(guard);
    }
}
