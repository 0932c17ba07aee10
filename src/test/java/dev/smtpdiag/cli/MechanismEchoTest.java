package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioParser;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mechanism at servers that send the secret back inside a challenge, in a reply, and before they leave. */
class MechanismEchoTest {

    /** As {@link Canary#PASSWORD}, without what no token may have. */
    private static final String TOKEN = Canary.PASSWORD.replace(" ", "").replace("é", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PLAIN",
                "LOGIN",
                "CRAM-MD5",
                "DIGEST-MD5",
                "SCRAM-SHA-1",
                "SCRAM-SHA-256",
                "SCRAM-SHA-512",
                "NTLM",
                "EXTERNAL",
                "ANONYMOUS",
                "GSSAPI",
                "XOAUTH2",
                "OAUTHBEARER"
            })
    void theSecretNeverComesOut(String mechanism) {
        boolean token = mechanism.contains("OAUTH");
        String secret = token ? TOKEN : Canary.PASSWORD;
        Map<String, List<String>> leaks = new TreeMap<>();
        Canary.forms(secret).forEach((name, form) -> {
            String coded = Base64.getEncoder().encodeToString(("text " + form).getBytes(StandardCharsets.UTF_8));
            for (String actions : List.of(
                    "raw 334 " + coded + "\\r\\n\n  hear\n  raw 535 5.7.8 No\\r\\n",
                    "raw 334 \\r\\n\n  hear\n  raw 334 " + coded + "\\r\\n\n  hear\n  raw 535 5.7.8 " + coded
                            + "\\r\\n",
                    "raw 334 " + coded.substring(0, coded.length() - 1) + "\n  close")) {
                for (String format : List.of("json", "text")) {
                    String shown = probe(mechanism, secret, format, actions);
                    List<String> found = Canary.leaks(secret, shown);
                    if (!found.isEmpty()) {
                        leaks.put(name + " " + format + " " + actions, found);
                    }
                }
            }
        });
        assertEquals(Map.of(), leaks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"})
    void timeOutsInTheMiddle(String mechanism) {
        String secret = mechanism.equals("XOAUTH2") ? TOKEN : Canary.PASSWORD;
        String shown = probe(mechanism, secret, "json", "raw 334 \\r\\n\n  hear\n  silent");
        assertEquals(List.of(), Canary.leaks(secret, shown));
        assertTrue(shown.contains("AUTH " + mechanism), shown);
    }

    private static String probe(String mechanism, String secret, String format, String actions) {
        String script = "title: The server quotes the secret\n--\nconnect\n  < 220 mx.example.com ESMTP\n"
                + "EHLO\n  < 250-mx.example.com\n  < 250 AUTH " + mechanism + "\nAUTH\n  " + actions + "\n";
        Scenario scenario = ScenarioParser.parse("echo", script);
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            TestWorld world = new TestWorld(server.port()).address("192.0.2.10", TestWorld.Failing.NOT);
            String option = mechanism.contains("OAUTH") ? "--oauth2-token-env" : "--password-env";
            Invocation.Result result = Invocation.of(
                            "probe",
                            "mx.example.com",
                            "-v",
                            "--format",
                            format,
                            "--tls",
                            "none",
                            "--allow-plaintext-auth",
                            "--timeout",
                            "200ms",
                            "--ehlo",
                            "client.example.org",
                            "--auth",
                            mechanism,
                            "--user",
                            "alice@example.com",
                            option,
                            "SECRET")
                    .with("SECRET", secret)
                    .probe(world::environment);
            assertTrue(result.exit() != 3 && result.exit() != 2, result.toString());
            return result.out() + result.err();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
