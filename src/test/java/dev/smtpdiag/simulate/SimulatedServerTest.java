package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimulatedServerTest {

    @Test
    void answersWhatTheScriptDoesNotMention() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(PlainClient.scenario());
                PlainClient client = new PlainClient(server)) {
            assertEquals(List.of("220 mx.example.com ESMTP"), client.reply());
            assertEquals("250 mx.example.com", client.ask("EHLO client.example.org"));
            assertEquals("250 2.1.0 Ok", client.ask("mail from:<alice@example.com>"));
            assertEquals("250 2.1.5 Ok", client.ask("RCPT TO:<bob@example.com>"));
            assertEquals("354 End data with <CR><LF>.<CR><LF>", client.ask("DATA"));
            assertEquals("250 2.0.0 Ok: received", client.ask("Subject: x\r\n\r\n..\r\n."));
            assertEquals("250 2.0.0 Ok", client.ask("RSET"));
            assertEquals("502 5.5.1 Error: command not implemented", client.ask("STARTTLS"));
            assertEquals("500 5.5.2 Error: command not recognized", client.ask("MAKE ME A SANDWICH"));
            assertEquals("221 2.0.0 Bye", client.ask("QUIT"));
            assertEquals(-1, client.read());
            assertEquals(
                    "(message of 3 lines)", server.sessions().get(0).texts().get(4));
        }
    }

    @Test
    void answersAsTheScriptSays() throws Exception {
        Scenario scenario = PlainClient.scenario(
                "connect",
                "  < 220-one",
                "  < 220 two",
                "EHLO",
                "  raw 250-a\\n250 \\xe9\\n",
                "RCPT TO:<bob@example.com>",
                "  < 550 5.1.1 no bob",
                "VRFY");
        try (SimulatedServer server = SimulatedServer.start(scenario);
                PlainClient client = new PlainClient(server)) {
            assertEquals("220-one\r\n", client.rawLine());
            assertEquals("220 two\r\n", client.rawLine());
            client.send("EHLO x\n");
            assertEquals("250-a\n", client.rawLine());
            assertEquals("250 \u00e9\n", client.rawLine());
            assertEquals("503 5.5.1 Error: need MAIL command", client.ask("RCPT TO:<alice@example.com>"));
            assertEquals("250 2.1.0 Ok", client.ask("MAIL FROM:<>"));
            assertEquals("250 2.1.5 Ok", client.ask("RCPT TO:<alice@example.com>"));
            assertEquals("550 5.1.1 no bob", client.ask("RCPT TO:<bob@example.com>"));
            client.send("VRFY bob\r\n"); // an empty block: no answer
            assertEquals("250 2.0.0 Ok", client.ask("NOOP"));
        }
    }

    @Test
    void waitsAndDrips() throws Exception {
        Scenario scenario = PlainClient.scenario(
                "connect", "  < 220 a", "EHLO", "  wait 100ms", "  < 250 b", "NOOP", "  drip 10ms", "  < 250 cdef");
        try (SimulatedServer server = SimulatedServer.start(scenario);
                PlainClient client = new PlainClient(server)) {
            client.reply();
            long begun = System.nanoTime();
            assertEquals("250 b", client.ask("EHLO x"));
            assertTrue(millisSince(begun) >= 100);
            begun = System.nanoTime();
            client.send("NOOP\r\n");
            assertEquals('2', client.read());
            assertTrue(client.available() < "50 cdef\r\n".length());
            assertEquals("50 cdef\r\n", client.rawLine());
            assertTrue(millisSince(begun) >= 100); // ten octets
            client.send("RSET\r\n"); // only that block dripped
            assertEquals('2', client.read());
            assertEquals("50 2.0.0 Ok\r\n".length(), client.available());
        }
    }

    @Test
    void closesInGoodOrderWhateverIsUnread() throws Exception {
        Scenario scenario = PlainClient.scenario("NOOP", "  < 421 bye", "  close");
        try (SimulatedServer server = SimulatedServer.start(scenario);
                PlainClient client = new PlainClient(server)) {
            client.reply();
            client.send("NOOP\r\nNOOP\r\n" + "x".repeat(5_000));
            assertEquals("421 bye\r\n", client.rawLine());
            assertEquals(-1, client.read());
        }
    }

    @Test
    void resets() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(PlainClient.scenario("NOOP", "  reset"));
                PlainClient client = new PlainClient(server)) {
            client.reply();
            client.send("NOOP\r\n");
            assertThrows(SocketException.class, client::read);
        }
    }

    @Test
    void hearsAnythingAndStaysSilent() throws Exception {
        Scenario scenario = PlainClient.scenario("connect", "  hear", "  < HTTP/1.1 400", "NOOP", "  silent");
        try (SimulatedServer server = SimulatedServer.start(scenario);
                PlainClient client = new PlainClient(server)) {
            assertEquals(0, client.available());
            client.send("\u0001\u0002\u0003");
            assertEquals("HTTP/1.1 400\r\n", client.rawLine());
            client.send("NOOP\r\nNOOP\r\n");
            Thread.sleep(50);
            assertEquals(0, client.available());
            assertEquals(List.of("(3 octets)", "NOOP"), server.sessions().get(0).texts());
        }
    }

    @Test
    void goesOnWithoutEnd() throws Exception {
        Scenario scenario = PlainClient.scenario("EHLO", "  endless reply", "HELO", "  endless line");
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            try (PlainClient client = new PlainClient(server)) {
                client.reply();
                client.send("EHLO x\r\n");
                for (int i = 0; i < 1_000; i++) {
                    assertEquals("250-This reply has no end\r\n", client.rawLine());
                }
            }
            try (PlainClient client = new PlainClient(server)) {
                client.reply();
                client.send("HELO x\r\n");
                for (int i = 0; i < 20_000; i++) {
                    assertTrue(client.read() >= '-');
                }
            }
        }
    }

    @Test
    void putsAnEndToALineOfTheClient() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(PlainClient.scenario());
                PlainClient client = new PlainClient(server)) {
            client.reply();
            client.send("x".repeat(20_000));
            assertEquals(List.of("500 5.5.2 Error: line too long"), client.reply());
            assertEquals(-1, client.read());
        }
    }

    @Test
    void turnsAwayTooManyClients() throws Exception {
        try (SimulatedServer server = SimulatedServer.start(PlainClient.scenario())) {
            List<PlainClient> clients = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                PlainClient client = new PlainClient(server);
                assertEquals(List.of("220 mx.example.com ESMTP"), client.reply());
                clients.add(client);
            }
            try (PlainClient oneMore = new PlainClient(server)) {
                assertEquals(-1, oneMore.read());
            }
            for (PlainClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aClientThatLeavesEndsNothingButItsOwnSession() throws Exception {
        ConcurrentLinkedQueue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> uncaught.add(trouble));
        try (SimulatedServer server = SimulatedServer.start(PlainClient.scenario(
                "STARTTLS", "  < 220 go", "  tls good", "HELP", "  wait 20ms", "  drip 1ms", "  < 214 long text"))) {
            for (String last : List.of("", "EHLO", "STARTTLS\r\n", "HELP\r\n", "AUTH LOGIN\r\n")) {
                try (PlainClient client = new PlainClient(server)) {
                    client.reply();
                    client.send(last);
                }
            }
            try (PlainClient client = new PlainClient(server)) {
                client.reply();
                assertEquals("214 long text", client.ask("HELP")); // by then the others have noticed
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), List.copyOf(uncaught));
    }

    @Test
    void cutsEveryConnectionWhenItIsClosed() throws Exception {
        SimulatedServer server = SimulatedServer.start(PlainClient.scenario("connect", "  silent"));
        int port = server.port();
        try (PlainClient client = new PlainClient(server)) {
            while (server.sessions().isEmpty()) {
                Thread.sleep(1);
            }
            server.close();
            assertEquals(-1, endOf(client));
            assertEquals(port, server.port());
            assertThrows(ConnectException.class, () -> new PlainClient(server).close());
        }
    }

    @Test
    void canBeClosedWhileClientsConnect() throws Exception {
        ConcurrentLinkedQueue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> uncaught.add(trouble));
        try {
            for (int i = 0; i < 50; i++) {
                SimulatedServer server = SimulatedServer.start(PlainClient.scenario());
                PlainClient one = new PlainClient(server);
                PlainClient two = new PlainClient(server);
                server.close();
                one.close();
                two.close();
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), List.copyOf(uncaught));
    }

    /** Reset or closed: both are an end. */
    private static int endOf(PlainClient client) {
        try {
            return client.read();
        } catch (IOException e) {
            return e instanceof SocketException ? -1 : 0;
        }
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
