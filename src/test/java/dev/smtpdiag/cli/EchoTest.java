package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioParser;
import dev.smtpdiag.simulate.SimulatedServer;
import dev.smtpdiag.smtp.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that send back what they were told, the password with it, in every encoding and at every place. */
class EchoTest {

    private static final String USER = "alice@example.com";

    /** What a server may quote: the login as it came, the password, and the password as programs encode it. */
    private static final Map<String, String> QUOTES = quotes();

    /** Where a server may quote it; %s stands for the quote. */
    private static final Map<String, String> PLACES = new LinkedHashMap<>(Map.of(
            "in the reply", "raw 535 5.7.8 Cannot take %s today\\r\\n",
            "in a reply of several lines", "raw 535-5.7.8 No\\r\\n535-5.7.8 %s\\r\\n535 5.7.8 No\\r\\n",
            "in a positive reply", "raw 235 2.7.0 Welcome, %s\\r\\n",
            "in a challenge", "raw 334 %s\\r\\n",
            "in a line that is no reply", "raw error: %s\\r\\n",
            "before a reset", "raw 535 5.7.8 %s\n  reset",
            "before it closes", "raw 535 5.7.8 %s\n  close",
            "before it goes silent", "raw 535-5.7.8 %s\n  silent",
            "behind the reply", "raw 535 5.7.8 No\\r\\n250 %s\\r\\n"));

    static List<String> quoted() {
        return List.copyOf(QUOTES.keySet());
    }

    static List<String> places() {
        return List.copyOf(PLACES.keySet());
    }

    /** We do not keep what follows a reply: only STARTTLS makes evidence of it. */
    static List<String> placesThatAreKept() {
        return places().stream()
                .filter(place -> !place.equals("behind the reply"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("quoted")
    void isMaskedWhereverItComesBack(String quote) throws IOException {
        Map<String, List<String>> leaks = new TreeMap<>();
        for (String place : places()) {
            Invocation.Result result = probe("json", PLACES.get(place).replace("%s", QUOTES.get(quote)));
            List<String> found = Canary.leaks(result.out() + result.err());
            if (!found.isEmpty()) {
                leaks.put(place, found);
            }
        }
        assertEquals(Map.of(), leaks);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theTextReportMasksIt(String place) throws IOException {
        for (String quote : List.of("AUTH line", "password and user", "URL", "hex")) {
            Invocation.Result result = probe("text", PLACES.get(place).replace("%s", QUOTES.get(quote)));
            assertEquals(List.of(), Canary.leaks(result.out() + result.err()), result.out());
            assertTrue(result.out().contains("AUTH PLAIN " + Secret.MASK), result.out());
        }
    }

    @ParameterizedTest
    @MethodSource("placesThatAreKept")
    void theMaskIsSeenWhereTheQuoteWas(String place) throws IOException {
        String json =
                probe("json", PLACES.get(place).replace("%s", Canary.PASSWORD)).out();
        // One mask for what we sent, at least one for what came back.
        assertTrue(json.split(Pattern.quote(Secret.MASK), -1).length > 2, json);
    }

    @Test
    void halfOfItIsMaskedWhenTheServerCutsItOff() throws IOException {
        String half = Canary.PASSWORD.substring(0, Canary.PASSWORD.indexOf('+'));
        for (String end : List.of("close", "reset", "silent")) {
            Invocation.Result result = probe("json", "raw 535 5.7.8 " + half + "\n  " + end);
            assertEquals(List.of(), Canary.leaks(result.out()), end);
        }
    }

    @Test
    void halfOfItIsMaskedWhenWeCutItOff() throws IOException {
        // What came of a reply is kept up to a bound; the password lies across it.
        List<Integer> leaking = new ArrayList<>();
        for (int filling = 1000; filling < 1024; filling += 3) {
            String actions = "raw 535 " + "x".repeat(filling - 4) + Canary.PASSWORD + "\n  silent";
            if (!Canary.leaks(probe("json", actions).out()).isEmpty()) {
                leaking.add(filling);
            }
        }
        assertEquals(List.of(), leaking);
    }

    private static Invocation.Result probe(String format, String actions) throws IOException {
        String script = "title: The server quotes the password\n--\nconnect\n  < 220 mx.example.com ESMTP\n"
                + "EHLO\n  < 250-mx.example.com\n  < 250 AUTH PLAIN\nAUTH\n  " + actions + "\n";
        Scenario scenario = ScenarioParser.parse("echo", script);
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            TestWorld world = new TestWorld(server.port()).address("192.0.2.10", TestWorld.Failing.NOT);
            return Invocation.of(
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
                            "--user",
                            USER,
                            "--password-env",
                            "MAILPW")
                    .with("MAILPW", Canary.PASSWORD)
                    .probe(world::environment);
        }
    }

    private static Map<String, String> quotes() {
        Map<String, String> quotes = new LinkedHashMap<>();
        byte[] response = ("\0" + USER + "\0" + Canary.PASSWORD).getBytes(StandardCharsets.UTF_8);
        quotes.put("AUTH line", "AUTH PLAIN " + Base64.getEncoder().encodeToString(response));
        quotes.put("password and user", Canary.PASSWORD + " of " + USER);
        quotes.put("password twice", Canary.PASSWORD + Canary.PASSWORD);
        Canary.forms().forEach((name, form) -> quotes.put(name, form));
        // Sent as the octets of UTF-8, the password in Latin-1 disguise is encoded twice.
        quotes.remove("octets shown as Latin-1");
        return quotes;
    }
}
