package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults that are laid over a scenario, seen by a client; and what a friendly server takes. */
@Timeout(30)
class OverlayTest {

    private final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    private final List<ReceivedMessage> messages = new CopyOnWriteArrayList<>();
    private final Overlay overlay = new Overlay();
    private final Scenario friendly =
            FriendlyServer.of(ClientWishes.Tls.NONE, CertificateKind.GOOD, "All is well in this test");

    private SimulatedServer server(double probability, long seed) throws Exception {
        return SimulatedServer.start(
                Performance.of(friendly, overlay, friendly, probability, seed),
                new Listening("127.0.0.1", 0, Integer.MAX_VALUE, events::add, messages::add));
    }

    private static void greet(PlainClient client) throws Exception {
        client.reply();
        assertTrue(client.ask("EHLO x").endsWith("250 AUTH PLAIN LOGIN"));
    }

    @Test
    void answersWithTheReplyThatWasAskedFor() throws Exception {
        overlay.reply(Step.RCPT, List.of("550-5.1.1 No", "550 5.1.1 such user"));
        overlay.reply(Step.DATA, List.of("421 4.3.2 Going down"));
        try (SimulatedServer server = server(1, 0);
                PlainClient client = new PlainClient(server)) {
            greet(client);
            assertEquals("250 2.1.0 Ok", client.ask("MAIL FROM:<a@example.com>"));
            assertEquals("550-5.1.1 No/550 5.1.1 such user", client.ask("RCPT TO:<b@example.com>"));
            assertEquals("421 4.3.2 Going down", client.ask("DATA"));
            assertEquals(-1, client.read());
        }
    }

    @Test
    void takesMessagesWithTheirDots() throws Exception {
        try (SimulatedServer server = server(1, 0);
                PlainClient client = new PlainClient(server)) {
            greet(client);
            assertEquals("503 5.5.1 Error: need RCPT command", client.ask("DATA"));
            client.ask("MAIL FROM:<a@example.com> SIZE=100");
            client.ask("RCPT TO:<b@example.com>");
            client.ask("RCPT TO:<c@example.com>");
            client.ask("DATA");
            assertTrue(client.ask("Subject: x\r\n\r\n..dot\r\n.").startsWith("250 "));
            assertEquals("503 5.5.1 Error: need MAIL command", client.ask("RCPT TO:<b@example.com>"));
            client.ask("MAIL FROM:<>");
            client.ask("RCPT TO:<b@example.com>");
            client.send("BDAT 4\r\na\r\n.");
            assertEquals(List.of("250 2.0.0 Ok"), client.reply());
            client.send("BDAT 2 LAST\r\n\r\n");
            assertEquals(List.of("250 2.0.0 Ok"), client.reply());
        }
        assertEquals(2, messages.size());
        assertEquals("a@example.com", messages.get(0).from());
        assertEquals(List.of("b@example.com", "c@example.com"), messages.get(0).to());
        assertEquals("Subject: x\r\n\r\n.dot\r\n", text(messages.get(0)));
        assertEquals("", messages.get(1).from());
        assertArrayEquals(
                "a\r\n.\r\n".getBytes(StandardCharsets.US_ASCII),
                messages.get(1).content());
    }

    @Test
    void keepsNoMessageThatItRefuses() throws Exception {
        overlay.reply(Step.MESSAGE, List.of("552 5.3.4 Too big"));
        overlay.delay(Step.MESSAGE, Duration.ofMillis(100));
        try (SimulatedServer server = server(1, 0);
                PlainClient client = new PlainClient(server)) {
            greet(client);
            client.ask("MAIL FROM:<a@example.com>");
            client.ask("RCPT TO:<b@example.com>");
            client.ask("DATA");
            long begun = System.nanoTime();
            assertEquals("552 5.3.4 Too big", client.ask("x\r\n."));
            assertTrue(System.nanoTime() - begun >= Duration.ofMillis(100).toNanos());
            assertEquals("250 2.0.0 Ok", client.ask("NOOP"));
        }
        assertEquals(List.of(), messages);
    }

    @Test
    void dropsTheConnectionAfterTheReply() throws Exception {
        overlay.dropAfter(Step.DATA);
        try (SimulatedServer server = server(1, 0);
                PlainClient client = new PlainClient(server)) {
            greet(client);
            client.ask("MAIL FROM:<a@example.com>");
            client.ask("RCPT TO:<b@example.com>");
            assertTrue(client.ask("DATA").startsWith("354 "));
            assertEquals(-1, client.read());
        }
    }

    @Test
    void theSameSeedFailsTheSameSessions() throws Exception {
        overlay.reply(Step.GREETING, List.of("554 5.7.1 No"));
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            List<String> greetings = new ArrayList<>();
            try (SimulatedServer server = server(0.5, 42)) {
                for (int session = 0; session < 20; session++) {
                    try (PlainClient client = new PlainClient(server)) {
                        greetings.add(client.reply().get(0).substring(0, 3));
                    }
                }
            }
            runs.add(greetings);
        }
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(runs.get(0).contains("220") && runs.get(0).contains("554"), runs.toString());
    }

    @Test
    void tellsEverythingButSecrets() throws Exception {
        overlay.reply(Step.AUTH, List.of("535 5.7.8 No"));
        try (SimulatedServer server = server(1, 0);
                PlainClient client = new PlainClient(server)) {
            greet(client);
            client.ask("AUTH LOGIN");
            client.ask("czNjcmV0");
            assertEquals("535 5.7.8 No", client.ask("czNjcmV0"));
            client.ask("czNjcmV0"); // one line too many, as a client that lost its place sends it
            client.ask("AUTH PLAIN czNjcmV0");
            client.ask("Authorization: Basic czNjcmV0");
            client.ask("a1 LOGIN alice czNjcmV0");
            assertEquals("221 2.0.0 Bye", client.ask("QUIT"));
            while (events.stream().noneMatch(event -> event.kind().isEnd())) {
                Thread.sleep(5);
            }
        }
        List<String> texts = events.stream().map(SessionEvent::text).toList();
        assertTrue(texts.stream().noneMatch(text -> text.contains("czNjcmV0")), texts.toString());
        assertTrue(texts.contains("535 5.7.8 No"), texts.toString());
        assertEquals(SessionEvent.Kind.CONNECTED, events.get(0).kind());
        assertEquals(SessionEvent.Kind.CLOSED, events.get(events.size() - 1).kind());
        assertTrue(events.stream().allMatch(event -> event.session() == 1));
    }

    private static String text(ReceivedMessage message) {
        return new String(message.content(), StandardCharsets.US_ASCII);
    }
}
