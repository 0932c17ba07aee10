package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {

    @ParameterizedTest
    @CsvSource({
        "RCPT, RCPT TO:<bob@example.com>, true",
        "RCPT, rcpt, true",
        "RCPT, RCPTS, false",
        "RCPT TO:<bob@example.com>, rcpt  to:<BOB@example.com> NOTIFY=NEVER, true",
        "RCPT TO:<bob@example.com>, RCPT TO:<eve@example.com>, false",
        "RCPT TO:<*@example.com>, RCPT TO:<eve@example.com>, true",
        "RCPT TO:<*@example.com>, RCPT TO:<eve@example.net>, false",
        "AUTH LOGIN *, AUTH LOGIN, false",
        "AUTH LOGIN *, AUTH LOGIN YWxpY2U=, true",
        "MAIL FROM:<a.b@x>, MAIL FROM:<aXb@x>, false",
        "*, anything at all, true",
        "*, '', true"
    })
    void matches(String text, String command, boolean expected) {
        assertEquals(
                expected,
                new Trigger(text, Condition.ALWAYS, Frequency.ALWAYS)
                        .matches(Occasion.command(command, Situation.NEW)));
    }

    @Test
    void whatSaysMostWins() {
        Script script = PlainClient.scenario(
                        "*",
                        "  < any",
                        "RCPT",
                        "  < rcpt",
                        "RCPT over TLS",
                        "  < tls",
                        "RCPT after login",
                        "  < login",
                        "RCPT TO:<bob@example.com> in clear",
                        "  < bob",
                        "MAIL before login",
                        "  < stranger")
                .script();
        assertEquals("any", answer(script, "NOOP", false, false));
        assertEquals("rcpt", answer(script, "RCPT TO:<eve@example.com>", false, false));
        assertEquals("tls", answer(script, "RCPT TO:<eve@example.com>", true, true));
        assertEquals("login", answer(script, "RCPT TO:<eve@example.com>", false, true));
        assertEquals("bob", answer(script, "RCPT TO:<bob@example.com>", false, false));
        assertEquals("tls", answer(script, "RCPT TO:<bob@example.com>", true, false));
        assertEquals("stranger", answer(script, "MAIL FROM:<>", true, false));
        assertEquals("any", answer(script, "MAIL FROM:<>", true, true));
    }

    private static String answer(Script script, String command, boolean encrypted, boolean loggedIn) {
        Occasion occasion = Occasion.command(command, new Situation(encrypted, loggedIn, null, false));
        List<Action> actions = script.find(Phase.AT, occasion, trigger -> true).orElseThrow();
        return ((Action.Send) actions.get(0)).octets().strip();
    }
}
