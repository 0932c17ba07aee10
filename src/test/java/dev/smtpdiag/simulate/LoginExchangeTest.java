package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class LoginExchangeTest {

    private static final String ACCEPTED = "235 2.7.0 Authentication successful";
    private static final String REFUSED = "535 5.7.8 Error: authentication failed";
    private static final String MASK = "****************";

    private static Scenario scenario(String... lines) {
        return ScenarioParser.parse(
                "test", "title: A test\naccount: älice/Wonder/Länd\n--\n" + String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @CsvSource({"Wonder/Länd," + ACCEPTED, "wonder/länd," + REFUSED, "''," + REFUSED})
    void decidesOnPlain(String password, String expected) throws Exception {
        try (SimulatedServer server = SimulatedServer.start(scenario("AUTH", "  login"))) {
            String message = base64("\0älice\0" + password);
            assertEquals(expected, dialogue(server, "AUTH PLAIN " + message).get(0));
            assertEquals(List.of("334", expected), dialogue(server, "auth plain", message));
            assertEquals(List.of("AUTH PLAIN " + MASK), server.sessions().get(0).texts());
            assertEquals(List.of("auth plain", MASK), server.sessions().get(1).texts());
        }
    }

    @ParameterizedTest
    @CsvSource({"Wonder/Länd," + ACCEPTED, "Wonder," + REFUSED})
    void decidesOnLogin(String password, String expected) throws Exception {
        try (SimulatedServer server = SimulatedServer.start(scenario("AUTH", "  login"))) {
            assertEquals(
                    List.of("334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6", expected),
                    dialogue(server, "AUTH LOGIN", base64("älice"), base64(password)));
            assertEquals(
                    List.of("334 UGFzc3dvcmQ6", expected),
                    dialogue(server, "AUTH LOGIN " + base64("älice"), base64(password)));
            assertEquals(
                    List.of("AUTH LOGIN", MASK, MASK), server.sessions().get(0).texts());
            assertEquals(
                    List.of("AUTH LOGIN " + MASK, MASK),
                    server.sessions().get(1).texts());
        }
    }

    @Test
    void saysWhatTheScriptPrescribes() throws Exception {
        Scenario scenario = scenario(
                "AUTH", "  prompts User Name\\0 | Password\\0", "  accept 235 in", "  refuse 534 out", "  login");
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            assertEquals(
                    List.of("334 " + base64("User Name\0"), "334 " + base64("Password\0"), "235 in"),
                    dialogue(server, "AUTH LOGIN", base64("älice"), base64("Wonder/Länd")));
            assertEquals(List.of("534 out"), dialogue(server, "AUTH PLAIN " + base64("\0x\0y")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH PLAIN,*,501 5.7.0 Authentication cancelled",
        "AUTH LOGIN,*,501 5.7.0 Authentication cancelled",
        "AUTH PLAIN,=,501 5.5.2 Error: not a PLAIN message",
        "AUTH PLAIN,!,501 5.5.2 Error: cannot decode the response",
        "AUTH NTLM,,504 5.5.4 Error: mechanism not supported",
        "AUTH,,504 5.5.4 Error: mechanism not supported"
    })
    void refusesWhatMakesNoSense(String command, String response, String expected) throws Exception {
        for (String action : List.of("  login", "  ask\n  < 454 never said")) {
            try (SimulatedServer server = SimulatedServer.start(scenario("AUTH", action))) {
                List<String> replies =
                        response == null ? dialogue(server, command) : dialogue(server, command, response);
                assertEquals(expected, replies.get(replies.size() - 1));
                assertFalse(server.sessions().get(0).texts().contains("!"));
            }
        }
    }

    @Test
    void asksAndLeavesTheVerdictToTheScript() throws Exception {
        Scenario scenario = scenario("AUTH", "  ask", "  < 454 4.7.0 later");
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            assertEquals(
                    List.of("334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6", "454 4.7.0 later"),
                    dialogue(server, "AUTH LOGIN", base64("älice"), base64("Wonder/Länd")));
            assertEquals(List.of("454 4.7.0 later"), dialogue(server, "AUTH PLAIN " + base64("\0a\0b")));
        }
    }

    @Test
    void remembersALogin() throws Exception {
        Scenario scenario = scenario("AUTH", "  login", "MAIL before login", "  < 530 5.7.0 Authentication required");
        String login = "AUTH PLAIN " + base64("\0älice\0Wonder/Länd");
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            assertEquals(
                    List.of(
                            "530 5.7.0 Authentication required",
                            ACCEPTED,
                            "250 2.1.0 Ok",
                            "503 5.5.1 Error: already authenticated"),
                    dialogue(server, "MAIL FROM:<>", login, "MAIL FROM:<>", login));
        }
    }

    @Test
    void masksTheAnswerToAChallengeOfTheScript() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(scenario("AUTH", "  < 334 Z28gb24="))) {
            dialogue(server, "AUTH XOAUTH2", base64("secret"));
            assertEquals(List.of("AUTH XOAUTH2", MASK), server.sessions().get(0).texts());
        }
    }

    private static List<String> dialogue(SimulatedServer server, String... lines) throws Exception {
        try (PlainClient client = new PlainClient(server)) {
            client.reply();
            List<String> replies = new ArrayList<>();
            for (String line : lines) {
                replies.add(client.ask(line));
            }
            return replies;
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
