package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioParserTest {

    private static final String FULL = """
            # A comment.
            title: The server refuses: the password
            expect: exit 28, finding auth.rejected
            user: alice@example.com
            password: not: the # right/one
            account: alice@example.com/Wonder/Land
            account: bob/x
            tls: starttls
            allow-plaintext: yes
            from: <>
            to: bob@example.com
            to: carol@example.com
            timeout: 300ms
            greeting-timeout: 2s

            --
            connect
              < 220 mx.example.com

            EHLO over TLS
              # Another one.
              raw 250-\\x41\\t\\\\\\r\\n
              < 250 8BITMIME é
            AUTH
              prompts User Name\\0 | Secret
              accept 235 in
              refuse 535 out
              login
            """;

    @Test
    void readsTheHeader() {
        Scenario scenario = ScenarioParser.parse("full", FULL);
        assertEquals("full", scenario.name());
        assertEquals("The server refuses: the password", scenario.title());
        assertEquals(Optional.of(new Expectation(28, Optional.of("auth.rejected"))), scenario.expectation());
        ClientWishes client = scenario.client();
        assertEquals(ClientWishes.Tls.STARTTLS, client.tls());
        assertEquals("alice@example.com", client.login().orElseThrow().user());
        assertEquals(
                "not: the # right/one", client.login().orElseThrow().password().reveal());
        assertTrue(client.allowPlaintext());
        assertEquals(Optional.of(""), client.from());
        assertEquals(List.of("bob@example.com", "carol@example.com"), client.to());
        assertEquals(Optional.of(Duration.ofMillis(300)), client.timeout());
        assertEquals(Optional.of(Duration.ofSeconds(2)), client.greetingTimeout());
    }

    @Test
    void readsTheScript() {
        Script script = ScenarioParser.parse("full", FULL).script();
        assertEquals(
                List.of("alice@example.com", "bob"),
                script.accounts().stream().map(Account::user).toList());
        assertEquals("Wonder/Land", script.accounts().get(0).password().reveal());
        assertEquals(
                List.of(
                        new Block(
                                Phase.AT,
                                new Trigger("connect", Condition.ALWAYS, Frequency.ALWAYS),
                                List.of(new Action.Send("220 mx.example.com\r\n"))),
                        new Block(
                                Phase.AT,
                                new Trigger("EHLO", Condition.OVER_TLS, Frequency.ALWAYS),
                                List.of(
                                        new Action.Send("250-A\t\\\r\n"),
                                        new Action.Send("250 8BITMIME \u00c3\u00a9\r\n"))),
                        new Block(
                                Phase.AT,
                                new Trigger("AUTH", Condition.ALWAYS, Frequency.ALWAYS),
                                List.of(new Action.Login(
                                        new LoginWords("User Name\0", "Secret", "235 in", "535 out"))))),
                script.blocks());
    }

    @Test
    void readsEveryAction() {
        Script script = PlainClient.scenario(
                        "NOOP",
                        "  <",
                        "  wait 10ms",
                        "  drip 1s",
                        "  tls wrong-name",
                        "  hear",
                        "  message",
                        "  chunk",
                        "  ask",
                        "  close",
                        "A",
                        "  reset",
                        "B",
                        "  silent",
                        "C",
                        "  endless line",
                        "D",
                        "  endless reply",
                        "E",
                        "F",
                        "  half-close")
                .script();
        assertEquals(
                List.of(
                        new Action.Send("\r\n"),
                        new Action.Wait(Duration.ofMillis(10)),
                        new Action.Drip(Duration.ofSeconds(1)),
                        new Action.StartTls(CertificateKind.WRONG_NAME),
                        new Action.Hear(),
                        new Action.TakeMessage(),
                        new Action.TakeChunk(),
                        new Action.Ask(LoginWords.DEFAULT),
                        new Action.Close()),
                script.blocks().get(0).actions());
        assertEquals(List.of(new Action.Reset()), script.blocks().get(1).actions());
        assertEquals(List.of(new Action.Silent()), script.blocks().get(2).actions());
        assertFalse(
                script.blocks().get(3).actions().equals(script.blocks().get(4).actions()));
        assertEquals(List.of(), script.blocks().get(5).actions());
        assertEquals(List.of(new Action.HalfClose()), script.blocks().get(6).actions());
    }

    @Test
    void readsPhasesAndFrequencies() {
        Script script = PlainClient.scenario(
                        "before connect",
                        "after RCPT over TLS",
                        "message",
                        "RCPT before MAIL when new",
                        "MAIL beyond 3 a session",
                        "connect beyond 20 a minute")
                .script();
        Frequency always = Frequency.ALWAYS;
        assertEquals(
                List.of(
                        new Block(Phase.BEFORE, new Trigger("connect", Condition.ALWAYS, always), List.of()),
                        new Block(Phase.AFTER, new Trigger("RCPT", Condition.OVER_TLS, always), List.of()),
                        new Block(Phase.AT, new Trigger("message", Condition.ALWAYS, always), List.of()),
                        new Block(
                                Phase.AT,
                                new Trigger("RCPT", Condition.BEFORE_MAIL, new Frequency(Frequency.Kind.WHEN_NEW, 0)),
                                List.of()),
                        new Block(
                                Phase.AT,
                                new Trigger("MAIL", Condition.ALWAYS, new Frequency(Frequency.Kind.A_SESSION, 3)),
                                List.of()),
                        new Block(
                                Phase.AT,
                                new Trigger("connect", Condition.ALWAYS, new Frequency(Frequency.Kind.A_MINUTE, 20)),
                                List.of())),
                script.blocks());
    }

    @Test
    void asksForNothingWhereTheHeaderIsSilent() {
        ClientWishes client = PlainClient.scenario().client();
        assertEquals(
                new ClientWishes(
                        ClientWishes.Tls.AUTO,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                client);
        assertEquals(Optional.empty(), PlainClient.scenario().expectation());
        assertEquals(Optional.empty(), PlainClient.scenario().script().implicitTls());
    }

    @Test
    void showsNoPassword() {
        assertFalse(ScenarioParser.parse("full", FULL).toString().contains("right/one"));
    }

    static Stream<Arguments> faults() {
        String start = "title: A\n--\n";
        return Stream.of(
                arguments("title: A\nexpect: exit 0\n", 2, "the line -- is missing"),
                arguments("", 1, "the line -- is missing"),
                arguments("expect: exit 0\n--\n", 1, "names no title"),
                arguments("\ntitle A\n--\n", 2, "has the form key: value"),
                arguments("title: A\n user: x\n--\n", 2, "has the form key: value"),
                arguments("title: A\n\ncolour: red\n--\n", 3, "unknown header 'colour'"),
                arguments("title:\n--\n", 1, "'title' has no value"),
                arguments("title: A\ntitle: B\n--\n", 2, "'title' is there twice"),
                arguments("title: A\nexpect: 28\n--\n", 2, "not an expectation: '28'"),
                arguments("title: A\nexpect: exit 126\n--\n", 2, "not an expectation: 'exit 126'"),
                arguments("title: A\nuser: x\n--\n", 2, "user and password belong together"),
                arguments("title: A\n#\npassword: x\n--\n", 3, "user and password belong together"),
                arguments("title: A\naccount: alice\n--\n", 2, "an account has the form user/password"),
                arguments("title: A\naccount: alice/\n--\n", 2, "an account has the form user/password"),
                arguments("title: A\ntls: yes\n--\n", 2, "unknown TLS mode 'yes'"),
                arguments("title: A\nallow-plaintext: true\n--\n", 2, "allow-plaintext is yes or no"),
                arguments("title: A\ntimeout: 1\n--\n", 2, "not a duration: '1'"),
                arguments("title: A\ngreeting-timeout: 200s\n--\n", 2, "too long: '200s'"),
                arguments(start + "  < 220 x\n", 3, "belongs to a block"),
                arguments(start + "<220 x\n", 3, "a block begins with"),
                arguments(start + "EHLO\n\nEHLO\n", 5, "already a block 'EHLO'"),
                arguments(start + "connect\nconnect\n", 4, "already a block 'connect'"),
                arguments(start + "EHLO\n  250 x\n", 4, "unknown action '250'"),
                arguments(start + "EHLO\n  <250 x\n", 4, "unknown action '<250'"),
                arguments(start + "EHLO\n  wait\n", 4, "not a duration: ''"),
                arguments(start + "EHLO\n  drip 1m\n", 4, "not a duration: '1m'"),
                arguments(start + "EHLO\n  tls bad\n", 4, "unknown certificate 'bad'"),
                arguments(start + "EHLO\n  endless talk\n", 4, "not 'talk'"),
                arguments(start + "EHLO\n  close now\n", 4, "nothing can stand behind 'close'"),
                arguments(start + "EHLO\n  close\n  < 250 x\n", 5, "nothing can follow here"),
                arguments(start + "EHLO\n  raw \\x4\n", 4, "two hexadecimal digits"),
                arguments(start + "EHLO\n  raw \\q\n", 4, "unknown escape"),
                arguments(start + "EHLO\n  raw a\\\n", 4, "unknown escape"),
                arguments(start + "AUTH\n  prompts User\n", 4, "prompts has the form"),
                arguments(start + "AUTH\n  accept\n", 4, "the reply is missing"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheLineOfAFault(String text, int line, String words) {
        ScenarioSyntaxException e =
                assertThrows(ScenarioSyntaxException.class, () -> ScenarioParser.parse("faulty", text));
        assertEquals(line, e.line(), e.getMessage());
        assertEquals("faulty", e.scenario());
        assertTrue(e.sentence().contains(words), e.sentence());
        assertEquals("faulty, line " + line + ": " + e.sentence(), e.getMessage());
    }
}
