package dev.smtpdiag.diagnosis;

import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.stream.Stream;

/** Senders and recipients. */
final class TransactionExamples {

    private TransactionExamples() {}

    static List<Example> all() {
        return Stream.of(
                        senders(),
                        recipients(),
                        strangers(),
                        sendersAtRcpt(),
                        relaying(),
                        recipientsForAReason(),
                        notNow())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> senders() {
        return List.of(
                Example.of(
                                "a sender of somebody else",
                                Walk.to("mx.example.com")
                                        .envelope("bob@example.com")
                                        .loggedIn()
                                        .mail(
                                                "553 5.7.1 <bob@example.com>: Sender address rejected: not owned by user alice"))
                        .finds("mail.refused")
                        .with("sender", "<bob@example.com>")
                        .being(Confidence.CERTAIN)
                        .showing("not-yours")
                        .butNot("rcpt.refused", "rcpt.relay-denied"),
                Example.of(
                                "a sender domain that does not exist",
                                stranger("alice@nowhere.example")
                                        .mail(
                                                "550 5.1.8 <alice@nowhere.example>: Sender address rejected: Domain not found"))
                        .finds("mail.refused")
                        .showing("domain"),
                Example.of(
                                "a block list at MAIL, and the EHLO name",
                                stranger("alice@example.com")
                                        .mail("550 5.7.1 Listed at dnsbl.example; HELO name is bad"))
                        .finds("mail.refused")
                        .with("ehlo-name", "client.example.org")
                        .showing("block-list", "name"),
                Example.of(
                                "an empty sender that is a syntax error",
                                stranger("").mail("501 5.5.4 Syntax error"))
                        .finds("mail.refused")
                        .with("sender", "<>")
                        .showing("syntax", "null-sender", "not-logged-in"),
                Example.of(
                                "a sender refused for now",
                                stranger("alice@example.com")
                                        .mail(
                                                "450 4.1.8 <alice@example.com>: Sender address rejected: Domain not found"))
                        .finds("session.temporary")
                        .showing("other", "address-unknown")
                        .butNot("mail.refused"));
    }

    private static List<Example> recipients() {
        return List.of(
                Example.of(
                                "no such user",
                                sender().rcpt("550 5.1.1 <bob@example.net>: User unknown in relay recipient table"))
                        .finds("rcpt.refused")
                        .with("recipient", "<bob@example.net>")
                        .being(Confidence.CERTAIN)
                        .showing("no-such-user")
                        .butNot("rcpt.relay-denied", "mail.refused"),
                Example.of("no such user, in words only", sender().rcpt("550 No such user here"))
                        .finds("rcpt.refused")
                        .showing("no-such-user"));
    }

    private static List<Example> strangers() {
        return List.of(
                Example.of(
                                "a stranger, where a login is offered",
                                senderMeeting("250 AUTH PLAIN").rcpt("550 5.7.1 Policy"))
                        .finds("rcpt.refused")
                        .being(Confidence.LIKELY)
                        .showing("login-offered")
                        .butNot("auth.required"),
                Example.of(
                                "a known cause, where a login is offered",
                                senderMeeting("250 AUTH PLAIN").rcpt("550 5.1.1 User unknown"))
                        .finds("rcpt.refused")
                        .showing("no-such-user"),
                Example.of(
                                "refused without a reason after a login",
                                loggedIn("mx.example.com:587").rcpt("550 5.7.1 Policy"))
                        .finds("rcpt.refused")
                        .showing("unknown"));
    }

    private static List<Example> sendersAtRcpt() {
        return List.of(
                Example.of(
                                "a sender of somebody else, blamed at RCPT",
                                loggedIn("mx.example.com:587")
                                        .rcpt(
                                                "553 5.7.1 <alice@example.com>: Sender address rejected: not owned by user bob"))
                        .finds("rcpt.refused")
                        .with("sender-address", "<alice@example.com>")
                        .being(Confidence.CERTAIN)
                        .showing("sender"),
                Example.of(
                                "a sender that does not exist",
                                senderMeeting("250 AUTH PLAIN")
                                        .rcpt(
                                                "550-Verification failed for <alice@example.com>",
                                                "550-No such user here, blocked",
                                                "550 Sender verify failed"))
                        .finds("rcpt.refused")
                        .showing("sender"),
                Example.of(
                                "a recipient that cannot be verified",
                                sender().rcpt("550 Verification failed for <bob@example.net>"))
                        .finds("rcpt.refused")
                        .showing("unknown"));
    }

    private static List<Example> relaying() {
        return List.of(
                Example.of(
                                "relay denied to a stranger",
                                sender().rcpt("554 5.7.1 <bob@example.net>: Relay access denied"))
                        .finds("rcpt.refused")
                        .showing("relay")
                        .butNot("rcpt.relay-denied", "auth.required"),
                Example.of(
                                "relay denied to a stranger, for now",
                                sender().rcpt("454 4.7.1 <bob@example.net>: Relay access denied"))
                        .finds("rcpt.refused")
                        .showing("relay")
                        .butNot("session.temporary"),
                Example.of(
                                "relay denied after a login",
                                loggedIn("mx.example.com:25").rcpt("554 5.7.1 <bob@example.net>: Relay access denied"))
                        .finds("rcpt.relay-denied")
                        .showing("port-25")
                        .butNot("rcpt.refused"),
                Example.of(
                                "a host whose name has relay in it",
                                sender().rcpt("450 4.7.1 <relay.example.org>: Helo command rejected: Host not found"))
                        .finds("session.temporary")
                        .showing("name", "other", "address-unknown")
                        .butNot("rcpt.refused", "rcpt.relay-denied"));
    }

    private static List<Example> recipientsForAReason() {
        return List.of(
                Example.of(
                                "a block list at RCPT",
                                sender().rcpt("554 5.7.1 Service unavailable; Client host blocked using bl.example"))
                        .finds("rcpt.refused")
                        .showing("block-list"),
                Example.of(
                                "the EHLO name at RCPT",
                                sender().rcpt(
                                                "504 5.5.2 <client>: Helo command rejected: need fully-qualified hostname"))
                        .finds("rcpt.refused")
                        .with("ehlo-name", "client.example.org")
                        .showing("name"),
                Example.of("a full mailbox", sender().rcpt("552 5.2.2 Over quota"))
                        .finds("rcpt.refused")
                        .showing("full"),
                Example.of(
                                "two recipients: the refusal for good counts",
                                Walk.to("mx.example.com")
                                        .envelope("alice@example.com", "bob@example.net", "carol@example.net")
                                        .securedByStartTls("250 mx.example.com")
                                        .mail("250 OK")
                                        .at(Stage.RCPT)
                                        .sends("RCPT TO:<bob@example.net>")
                                        .gets("550 5.7.1 Policy")
                                        .sends("RCPT TO:<carol@example.net>")
                                        .gets("450 4.2.0 Later")
                                        .fails(Failure.NEGATIVE_REPLY))
                        .finds("rcpt.refused")
                        .with("recipient", "<bob@example.net>")
                        .with("reply", "550 5.7.1 Policy")
                        .showing("unknown", "several")
                        .butNot("session.temporary"));
    }

    private static List<Example> notNow() {
        return List.of(
                Example.of(
                                "greylisting",
                                sender().rcpt("450 4.2.0 <bob@example.net>: Greylisted, see http://postgrey.example"))
                        .finds("session.temporary")
                        .being(Confidence.CERTAIN)
                        .showing("greylisting")
                        .butNot("rcpt.refused"),
                Example.of("greylisting without the word", sender().rcpt("451 4.7.1 Please try again later"))
                        .finds("session.temporary")
                        .being(Confidence.LIKELY)
                        .showing("greylisting"),
                Example.of(
                                "a limit, which is no greylisting",
                                sender().rcpt("451 4.7.1 Too many recipients, please try again later"))
                        .finds("session.temporary")
                        .showing("rate"),
                Example.of(
                                "a mailbox that is full for now",
                                sender().rcpt("452 4.2.2 The account is over quota, try again later"))
                        .finds("session.temporary")
                        .being(Confidence.CERTAIN)
                        .showing("mailbox-full")
                        .butNot("rcpt.refused"),
                Example.of("a domain that is not proven", sender().rcpt("550 5.7.23 SPF check of example.com failed"))
                        .finds("rcpt.refused")
                        .showing("unproven-domain")
                        .butNot("auth.required"),
                Example.of("both accepted", sender().rcpt("250 OK"))
                        .butNot("mail.refused", "rcpt.refused", "session.temporary"));
    }

    private static Walk stranger(String from) {
        return Walk.to("mx.example.com:587").envelope(from).securedByStartTls("250 mx.example.com");
    }

    private static Walk sender() {
        return Walk.to("mx.example.com:587")
                .envelope("alice@example.com", "bob@example.net")
                .securedByStartTls("250 mx.example.com")
                .mail("250 OK");
    }

    private static Walk senderMeeting(String offer) {
        return Walk.to("mx.example.com:587")
                .envelope("alice@example.com", "bob@example.net")
                .securedByStartTls("250-mx.example.com", offer)
                .mail("250 OK");
    }

    private static Walk loggedIn(String target) {
        return Walk.to(target)
                .envelope("alice@example.com", "bob@example.net")
                .loggedIn()
                .mail("250 OK");
    }
}
