package dev.smtpdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.language.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        // input, host, port, mode when no option says otherwise
        "mail.example.com, mail.example.com, 587, STARTTLS_IF_OFFERED",
        "mail.example.com:25, mail.example.com, 25, STARTTLS_IF_OFFERED",
        "mail.example.com:465, mail.example.com, 465, IMPLICIT",
        "mail.example.com:2525, mail.example.com, 2525, STARTTLS_IF_OFFERED",
        "mail.example.com:1, mail.example.com, 1, STARTTLS_IF_OFFERED",
        "mail.example.com:65535, mail.example.com, 65535, STARTTLS_IF_OFFERED",
        "mail.example.com:00025, mail.example.com, 25, STARTTLS_IF_OFFERED",
        "'  mail.example.com  ', mail.example.com, 587, STARTTLS_IF_OFFERED",
        "Mail.Example.COM, Mail.Example.COM, 587, STARTTLS_IF_OFFERED",
        "mail.example.com., mail.example.com., 587, STARTTLS_IF_OFFERED",
        "localhost, localhost, 587, STARTTLS_IF_OFFERED",
        "mail_1-a.example, mail_1-a.example, 587, STARTTLS_IF_OFFERED",
        "smtp://mail.example.com, mail.example.com, 25, STARTTLS_IF_OFFERED",
        "smtp://mail.example.com/, mail.example.com, 25, STARTTLS_IF_OFFERED",
        "smtp://mail.example.com:587, mail.example.com, 587, STARTTLS_IF_OFFERED",
        "smtp://mail.example.com:465, mail.example.com, 465, IMPLICIT",
        "SMTP://mail.example.com, mail.example.com, 25, STARTTLS_IF_OFFERED",
        "smtps://mail.example.com, mail.example.com, 465, IMPLICIT",
        "smtps://mail.example.com:2465/, mail.example.com, 2465, IMPLICIT",
        "smtps://mail.example.com:25, mail.example.com, 25, IMPLICIT",
        "submission://mail.example.com, mail.example.com, 587, STARTTLS_IF_OFFERED",
        "submissions://mail.example.com, mail.example.com, 465, IMPLICIT",
        "Submissions://mail.example.com:10465, mail.example.com, 10465, IMPLICIT",
        "192.0.2.1, 192.0.2.1, 587, STARTTLS_IF_OFFERED",
        "192.0.2.1:25, 192.0.2.1, 25, STARTTLS_IF_OFFERED",
        "2001:db8::1, 2001:db8::1, 587, STARTTLS_IF_OFFERED",
        "'::1', ::1, 587, STARTTLS_IF_OFFERED",
        "[2001:db8::1], 2001:db8::1, 587, STARTTLS_IF_OFFERED",
        "[2001:db8::1]:465, 2001:db8::1, 465, IMPLICIT",
        "smtps://[2001:db8::1], 2001:db8::1, 465, IMPLICIT",
        "smtp://[::ffff:192.0.2.1]:2525/, ::ffff:192.0.2.1, 2525, STARTTLS_IF_OFFERED",
        "[fe80::1%eth0]:25, fe80::1%eth0, 25, STARTTLS_IF_OFFERED",
        "bücher.example, xn--bcher-kva.example, 587, STARTTLS_IF_OFFERED",
        "smtps://bücher.example:466, xn--bcher-kva.example, 466, IMPLICIT",
        "例え.テスト, xn--r8jz45g.xn--zckzah, 587, STARTTLS_IF_OFFERED"
    })
    void goodTargets(String input, String host, int port, TlsMode mode) {
        Target target = Target.parse(input);
        assertEquals(host, target.host());
        assertEquals(port, target.port());
        assertEquals(mode, target.defaultMode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|the target is empty: give a host name",
                "\"   \"|the target is empty: give a host name",
                ":25|the host is missing: :25",
                "[::1|the bracket is not closed: [::1 (write [address]:port)",
                "[|the bracket is not closed: [ (write [address]:port)",
                "[]|brackets are for IPv6 addresses only: []",
                "[]:25|brackets are for IPv6 addresses only: []:25",
                "[192.0.2.1]:25|brackets are for IPv6 addresses only: [192.0.2.1]:25",
                "[mail.example]|brackets are for IPv6 addresses only: [mail.example]",
                "[::1]25|a colon and a port must follow the bracket: [::1]25",
                "[::1].example|a colon and a port must follow the bracket: [::1].example",
                "[::1]:|the port is not a number: [::1]:",
                "[::1]:x|the port is not a number: [::1]:x",
                "[::1]:0|port 0 is out of range (1 to 65535): [::1]:0",
                "mail.example:|the port is not a number: mail.example:",
                "mail.example:smtp|the port is not a number: mail.example:smtp",
                "mail.example:-25|the port is not a number: mail.example:-25",
                "mail.example:+25|the port is not a number: mail.example:+25",
                "mail.example:2 5|the port is not a number: mail.example:2 5",
                "mail.example:٢٥|the port is not a number: mail.example:٢٥",
                "mail.example:9999999999|the port is not a number: mail.example:9999999999",
                "mail.example:0|port 0 is out of range (1 to 65535): mail.example:0",
                "mail.example:65536|port 65536 is out of range (1 to 65535): mail.example:65536",
                "mail.example:999999999|port 999999999 is out of range (1 to 65535): mail.example:999999999",
                "mail.example:25:25|not an IPv6 address: mail.example:25:25 (write [address]:port)",
                "fe80::g|not an IPv6 address: fe80::g (write [address]:port)",
                "http://mail.example|unknown scheme 'http': use smtp, smtps, submission or submissions",
                "LMTP://mail.example|unknown scheme 'lmtp': use smtp, smtps, submission or submissions",
                "://mail.example|unknown scheme '': use smtp, smtps, submission or submissions",
                "smtp://|the target is empty: give a host name",
                "smtp:///|the target is empty: give a host name",
                "smtp://:25|the host is missing: :25"
            })
    void badTargetsAndWhatIsSaidOfThem(String input, String sentence) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> Target.parse(input));
        assertEquals(sentence, Sentence.of(refusal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail example|5|mail example",
                "mail.example/inbox|13|mail.example/inbox",
                "mail.example/|13|mail.example/",
                "smtp://mail.example/inbox|13|mail.example/inbox",
                "smtp://mail.example//|13|mail.example/",
                "mail.example;rm|13|mail.example;rm",
                "<mail.example>|1|<mail.example>",
                "mail.example,mx2.example|13|mail.example,mx2.example",
                "münchen!.example|8|münchen!.example"
            })
    void charactersThatNoHostNameHas(String input, int position, String host) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> Target.parse(input));
        assertEquals(
                "a host name cannot hold the character at position " + position + " of '" + host
                        + "': give host, host:port or smtp://host:port",
                Sentence.of(refusal));
    }

    @Test
    void controlCharactersOfAHostAreNotPrinted() {
        InvalidInputException refusal =
                assertThrows(InvalidInputException.class, () -> Target.parse("mail\u001b[31m.example"));
        assertEquals(
                "a host name cannot hold the character at position 5 of 'mail?[31m.example': give host, host:port or"
                        + " smtp://host:port",
                Sentence.of(refusal));
    }

    @Test
    void anInternationalNameThatIsNone() {
        String input = "ä".repeat(64) + ".example";
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> Target.parse(input));
        assertEquals("not a valid internationalised host name: " + input, Sentence.of(refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user@mail.example", "smtp://user:canary-secret@mail.example:25", "canary-secret@"})
    void aLoginInTheTargetIsRefusedAndNotRepeated(String input) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> Target.parse(input));
        assertEquals(
                "the target has a login or an address in it: give the host alone, and the login with --user and"
                        + " --password-env",
                Sentence.of(refusal));
    }

    @Test
    void literalAddresses() {
        assertTrue(Target.parse("192.0.2.1").isLiteralAddress());
        assertTrue(Target.parse("[2001:db8::1]:25").isLiteralAddress());
        assertFalse(Target.parse("mail.example").isLiteralAddress());
        assertFalse(Target.parse("1.2.3.example").isLiteralAddress());
    }

    @Test
    void printsAsPeopleWriteIt() {
        assertEquals("mail.example:587", Target.parse("mail.example").toString());
        assertEquals("[2001:db8::1]:25", Target.parse("smtp://[2001:db8::1]").toString());
        assertEquals(Target.parse("[2001:db8::1]:25"), Target.parse("smtp://2001:db8::1"));
    }
}
