package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.smtpdiag.session.tls.TestChains;
import dev.smtpdiag.transcript.FetchedCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntermediateFetcherTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String address;
    private List<X509Certificate> chain;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/ca.cer";
        chain = TestChains.naming(address, "mail.example");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answers(int status, byte[] content) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private IntermediateFetcher fetched(Duration patience) {
        IntermediateFetcher fetcher = new IntermediateFetcher(Deadline.after(patience, System::nanoTime));
        fetcher.fetch(chain.subList(0, 1));
        return fetcher;
    }

    private String failure() {
        IntermediateFetcher fetcher = fetched(Duration.ofSeconds(20));
        assertEquals(List.of(), fetcher.certificates());
        return fetcher.attempts().get(0).failure();
    }

    @Test
    void theIssuer() throws Exception {
        answers(200, chain.get(1).getEncoded());
        IntermediateFetcher fetcher = fetched(Duration.ofSeconds(20));
        assertEquals(List.of(chain.get(1)), fetcher.certificates());
        assertEquals(List.of(new FetchedCertificate(address, "Test Intermediate", "")), fetcher.attempts());
    }

    @Test
    void aCertificateOfSomebodyElse() throws Exception {
        answers(200, TestChains.root().certificate().getEncoded());
        assertEquals("the certificate there is of another authority", failure());
    }

    @Test
    void noCertificate() {
        answers(200, new byte[] {1, 2, 3});
        assertEquals("what is there is no certificate", failure());
    }

    @Test
    void notThere() {
        answers(404, new byte[] {1});
        assertEquals("HTTP status 404", failure());
    }

    @Test
    void tooMuch() {
        answers(200, new byte[100_000]);
        assertEquals("too large to be a certificate", failure());
    }

    @Test
    void octetByOctet() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(0x30);
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(
                "no complete answer in time",
                fetched(Duration.ofMillis(700)).attempts().get(0).failure());
    }
}
