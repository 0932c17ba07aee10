package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.Addressing.Family;
import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.transcript.Event.Decision;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** From the name to the greeting. */
final class ConnectionExamples {

    private ConnectionExamples() {}

    static List<Example> all() {
        return Stream.of(names(), closedPorts(), filteredPorts(), noRoute(), silence(), turnedAway(), otherServices())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> names() {
        return List.of(
                Example.of("a name without a dot", Walk.to("mail:587").unresolved("unknown host"))
                        .finds("name.not-found")
                        .with("host", "mail")
                        .showing("no-dot")
                        .butNot("connect.unreachable"),
                Example.of(
                                "a name with IPv6 addresses only, and -4",
                                Walk.to("mx.example.com").family(Family.IPV4).unresolved("no IPv4 address"))
                        .finds("name.not-found")
                        .showing("ipv4-only"),
                Example.of(
                                "a name with IPv4 addresses only, and -6",
                                Walk.to("mx.example.com").family(Family.IPV6).unresolved("no IPv6 address"))
                        .finds("name.not-found")
                        .showing("ipv6-only"),
                Example.of(
                                "a resolver that does not answer",
                                Walk.to("mx.example.com").unresolved("no answer within 10 s"))
                        .finds("name.not-found")
                        .showing("no-answer"),
                Example.of(
                                "--connect-to a name that does not exist",
                                Walk.to("mx.example.com")
                                        .connectTo("other.example.com:2525")
                                        .unresolved("unknown host"))
                        .finds("name.not-found")
                        .with("host", "other.example.com"));
    }

    private static List<Example> closedPorts() {
        return List.of(
                Example.of(
                                "a closed port 587 on two addresses",
                                Walk.to("mx.example.com:587")
                                        .resolved("192.0.2.1", "192.0.2.2")
                                        .triesInVain("192.0.2.1", Failure.CONNECTION_REFUSED)
                                        .triesInVain("192.0.2.2", Failure.CONNECTION_REFUSED)
                                        .fails(Failure.CONNECTION_REFUSED))
                        .finds("connect.refused")
                        .with("addresses", "2")
                        .showing("port-587", "several")
                        .butNot("name.not-found", "connect.timeout"),
                Example.of("a closed port 25", refused("mx.example.com:25"))
                        .finds("connect.refused")
                        .showing("port-25"),
                Example.of("a closed port 465", refused("mx.example.com:465"))
                        .finds("connect.refused")
                        .showing("port-465"),
                Example.of("a closed port 2525", refused("mx.example.com:2525"))
                        .finds("connect.refused")
                        .showing("port-other"));
    }

    private static List<Example> filteredPorts() {
        return List.of(
                Example.of("a filtered port 25", filtered("mx.example.com:25", "192.0.2.1"))
                        .finds("connect.timeout")
                        .showing("port-25")
                        .butNot("connect.refused", "session.time-spent"),
                Example.of("a filtered port 465", filtered("mx.example.com:465", "192.0.2.1"))
                        .finds("connect.timeout")
                        .showing("port-465"),
                Example.of("a filtered port 587, IPv6 only", filtered("mx.example.com:587", "2001:db8::1"))
                        .finds("connect.timeout")
                        .showing("port-587", "ipv6"),
                Example.of("a filtered port 2525", filtered("mx.example.com:2525", "192.0.2.1"))
                        .finds("connect.timeout")
                        .showing("port-other"));
    }

    private static List<Example> noRoute() {
        return List.of(
                Example.of(
                                "two addresses that fail in two ways",
                                Walk.to("mx.example.com:25")
                                        .resolved("192.0.2.1", "2001:db8::1")
                                        .triesInVain("192.0.2.1", Failure.CONNECTION_REFUSED)
                                        .triesInVain("2001:db8::1", Failure.UNREACHABLE)
                                        .fails(Failure.UNREACHABLE))
                        .finds("connect.unreachable")
                        .showing("mixed", "several", "port-25")
                        .butNot("connect.refused"),
                Example.of("no route to IPv6", unreachable("mx.example.com:587", "2001:db8::1"))
                        .finds("connect.unreachable")
                        .showing("ipv6", "port-587"),
                Example.of("no route, port 465", unreachable("mx.example.com:465", "192.0.2.1"))
                        .finds("connect.unreachable")
                        .showing("port-465"),
                Example.of("no route, port 2525", unreachable("mx.example.com:2525", "192.0.2.1"))
                        .finds("connect.unreachable")
                        .showing("port-other"),
                Example.of(
                                "the time is spent before any address is tried",
                                Walk.to("mx.example.com")
                                        .resolved("192.0.2.1")
                                        .at(Stage.CONNECT)
                                        .fails(Failure.TIME_SPENT))
                        .finds("session.time-spent")
                        .butNot("connect.unreachable", "connect.timeout"));
    }

    private static List<Example> silence() {
        return List.of(
                Example.of(
                                "a port 25 that says nothing",
                                Walk.to("mx.example.com:25")
                                        .connected()
                                        .at(Stage.GREETING)
                                        .decides(Decision.TRY_TLS_ON_SILENCE)
                                        .decides(Decision.SILENT_PORT_IS_SILENT)
                                        .isIgnored(40, "")
                                        .fails(Failure.SILENCE))
                        .finds("greeting.silent")
                        .with("seconds", "40")
                        .showing("port-25", "tls-tried")
                        .butNot("session.silent", "tls-mode.starttls-on-implicit-port"),
                Example.of(
                                "TLS, and then half a greeting",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .secured()
                                        .at(Stage.GREETING)
                                        .isIgnored(40, "220 mx")
                                        .fails(Failure.SILENCE))
                        .finds("greeting.silent")
                        .showing("under-tls", "partial"),
                Example.of(
                                "a greeting after six seconds",
                                Walk.to("mx.example.com:25")
                                        .connected()
                                        .at(Stage.GREETING)
                                        .after(Duration.ofMillis(6140))
                                        .gets("220 mx.example.com")
                                        .passes()
                                        .securedAfterGreeting())
                        .remarks("greeting.slow")
                        .with("seconds", "6.1")
                        .showing("port-25")
                        .butNot("greeting.silent"),
                Example.of(
                                "a greeting after two seconds",
                                Walk.to("mx.example.com:25")
                                        .connected()
                                        .at(Stage.GREETING)
                                        .after(Duration.ofSeconds(2))
                                        .gets("220 mx.example.com")
                                        .passes()
                                        .securedAfterGreeting())
                        .butNot("greeting.slow"));
    }

    private static List<Example> turnedAway() {
        return List.of(
                Example.of(
                                "a block list in the greeting",
                                Walk.to("mx.example.com:25")
                                        .connected()
                                        .greeting(
                                                "554 5.7.1 Service unavailable; Client host [192.0.2.99] blocked using"
                                                        + " zen.spamhaus.org; no PTR either"))
                        .finds("greeting.rejected")
                        .being(Confidence.CERTAIN)
                        .showing("block-list", "port-25", "no-reverse-name")
                        .butNot("greeting.busy", "session.temporary"),
                Example.of(
                                "a server that takes no mail",
                                Walk.to("mx.example.com:2525")
                                        .connected()
                                        .greeting("521 mx.example.com does not accept mail"))
                        .finds("greeting.rejected")
                        .showing("no-mail"),
                Example.of(
                                "a greeting that turns away without a reason",
                                Walk.to("mx.example.com:587").connected().greeting("554 No SMTP service here"))
                        .finds("greeting.rejected")
                        .being(Confidence.LIKELY)
                        .showing("unnamed"),
                Example.of(
                                "too many connections",
                                Walk.to("mx.example.com:25")
                                        .connected()
                                        .greeting(
                                                "421 4.7.0 Too many connections from 192.0.2.99, no reverse name, listed"))
                        .finds("greeting.busy")
                        .showing("rate", "block-list", "no-reverse-name")
                        .butNot("greeting.rejected", "session.temporary"));
    }

    private static List<Example> otherServices() {
        return List.of(
                other("HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n", "http")
                        .with("shown", "HTTP/1.1 400 Bad Request"),
                other("SSH-2.0-OpenSSH_9.2\r\n", "ssh"),
                other("+OK Dovecot ready.\r\n", "pop3"),
                other("* OK [CAPABILITY IMAP4rev1] ready\r\n", "imap"),
                other("J\0\0\0\n5.7.42\0abc mysql_native_password\0", "mysql"),
                Example.of(
                                "a web server, seen on the second connection",
                                Walk.to("mx.example.com:80")
                                        .connected()
                                        .at(Stage.GREETING)
                                        .decides(Decision.TRY_TLS_ON_SILENCE)
                                        .getsUnexpected("HTTP/1.1 400 Bad Request\r\n")
                                        .fails(Failure.MALFORMED))
                        .finds("greeting.not-smtp")
                        .showing("http")
                        .butNot("protocol.malformed"),
                Example.of(
                                "something else where TLS was to begin",
                                Walk.to("mx.example.com:465")
                                        .connected()
                                        .at(Stage.TLS)
                                        .breaksTls(null, "the answer is not TLS", "\u0001\u0002hello\u001b[2J\n")
                                        .fails(Failure.MALFORMED))
                        .finds("greeting.not-smtp")
                        .with("shown", "??hello?[2J")
                        .showing("unknown")
                        .butNot("tls.handshake"),
                Example.of(
                                "an endless line",
                                Walk.to("mx.example.com:19")
                                        .connected()
                                        .at(Stage.GREETING)
                                        .getsGarbage(
                                                MalformedReply.Reason.ENDLESS_LINE,
                                                "!\"#$%&'()*+,-./0123456789".repeat(20))
                                        .fails(Failure.MALFORMED))
                        .finds("greeting.not-smtp")
                        .being(Confidence.LIKELY)
                        .showing("unknown"));
    }

    private static Walk refused(String target) {
        return Walk.to(target)
                .resolved("192.0.2.1")
                .triesInVain("192.0.2.1", Failure.CONNECTION_REFUSED)
                .fails(Failure.CONNECTION_REFUSED);
    }

    private static Walk filtered(String target, String address) {
        return Walk.to(target)
                .resolved(address)
                .triesInVain(address, Failure.CONNECT_TIMEOUT)
                .fails(Failure.CONNECT_TIMEOUT);
    }

    private static Walk unreachable(String target, String address) {
        return Walk.to(target)
                .resolved(address)
                .triesInVain(address, Failure.UNREACHABLE)
                .fails(Failure.UNREACHABLE);
    }

    private static Example other(String raw, String guard) {
        return Example.of(
                        guard + " in place of SMTP",
                        Walk.to("mx.example.com:25")
                                .connected()
                                .at(Stage.GREETING)
                                .getsGarbage(raw)
                                .fails(Failure.MALFORMED))
                .finds("greeting.not-smtp")
                .being(Confidence.CERTAIN)
                .showing(guard);
    }
}
