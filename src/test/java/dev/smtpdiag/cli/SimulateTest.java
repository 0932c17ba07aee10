package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scripted server as a product, with our own probe for a client. Ports and times are real: no golden file. */
@Timeout(120)
class SimulateTest {

    @TempDir
    private Path folder;

    private int port;

    /** Begins to serve one session. */
    private CompletableFuture<Invocation.Result> serving(String... arguments) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> all = new ArrayList<>(List.of("simulate", "--port", Integer.toString(port), "--sessions", "1"));
        all.addAll(List.of(arguments));
        return CompletableFuture.supplyAsync(
                () -> Invocation.of(all.toArray(new String[0])).run());
    }

    /** Asks until the server listens. */
    private Invocation.Result probe(String... arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of("probe", "127.0.0.1:" + port));
        all.addAll(List.of(arguments));
        Invocation.Result result;
        do {
            Thread.sleep(50);
            result = Invocation.of(all.toArray(new String[0]))
                    .with("MAILPW", Canary.PASSWORD)
                    .run();
        } while (result.exit() == 8);
        return result;
    }

    @Test
    void aComposedFaultIsWhatAProbeFinds() throws Exception {
        CompletableFuture<Invocation.Result> server = serving("--reply", "auth=535:5.7.8", "--tls", "none");
        Invocation.Result probe =
                probe("--user", "alice", "--password-env", "MAILPW", "--tls", "none", "--allow-plaintext-auth");
        assertEquals(28, probe.exit(), probe.out());
        Invocation.Result result = server.get(20, TimeUnit.SECONDS);
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.err().startsWith("scripted server listens on 127.0.0.1:" + port + ": "), result.err());
        assertTrue(result.err().endsWith("sessions: 1\n"), result.err());
        List<String> lines = result.out().lines().toList();
        assertTrue(lines.stream().allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} #1 .*")), result.out());
        assertTrue(result.out().contains(" #1  -> AUTH PLAIN ****************\n"), result.out());
        assertTrue(result.out().contains(" #1 <** 535 5.7.8 "), result.out());
        assertEquals(List.of(), Canary.leaks(result.out() + result.err()));
    }

    @Test
    void itsCertificatesAreTrustedByThoseWhoTrustItsAuthority() throws Exception {
        Path authority = folder.resolve("ca.pem");
        CompletableFuture<Invocation.Result> server =
                serving("--tls", "implicit", "--write-ca", authority.toString(), "--certificate", "expired");
        while (!Files.exists(authority) || Files.size(authority) < 100) {
            Thread.sleep(20);
        }
        assertEquals(
                44, probe("--tls", "implicit", "--cacert", authority.toString()).exit());
        assertTrue(server.get(20, TimeUnit.SECONDS).out().contains("#1 === TLS: TLSv1"));
    }

    @Test
    void savesMessages() throws Exception {
        Path mails = folder.resolve("mails");
        CompletableFuture<Invocation.Result> server = serving("--save", mails.toString());
        try (java.net.Socket client = connect()) {
            String all = String.join(
                    "\r\n",
                    "EHLO x",
                    "MAIL FROM:<a@example.com>",
                    "RCPT TO:<b@example.com>",
                    "DATA",
                    "Subject: x",
                    "",
                    "..",
                    ".",
                    "QUIT",
                    "");
            client.getOutputStream().write(all.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        }
        assertEquals(0, server.get(20, TimeUnit.SECONDS).exit());
        try (Stream<Path> files = Files.list(mails)) {
            Path file = files.findFirst().orElseThrow();
            assertTrue(file.toString().endsWith("-1.eml"), file.toString());
            assertEquals(
                    "Return-Path: <a@example.com>\r\nX-Envelope-To: <b@example.com>\r\nSubject: x\r\n\r\n.\r\n",
                    Files.readString(file));
        }
    }

    @Test
    void playsAFile() throws Exception {
        Path file = folder.resolve("own.scenario");
        Files.writeString(file, "title: My own server\n--\nconnect\n  < 554 5.7.1 Go away\n  close\n");
        CompletableFuture<Invocation.Result> server = serving(file.toString());
        assertEquals(21, probe().exit());
        Invocation.Result result = server.get(20, TimeUnit.SECONDS);
        assertTrue(result.err().contains(": My own server\n"), result.err());
        assertFalse(result.out().isEmpty());
    }

    private java.net.Socket connect() throws InterruptedException {
        while (true) {
            try {
                return new java.net.Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }
}
