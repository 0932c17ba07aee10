package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.e2e.TlsSchema;
import dev.smtpdiag.simulate.ScenarioLibrary;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code smtpdiag tls} over real connections, with a server that finishes handshakes and resumes sessions. */
class TlsScanTest {

    @ParameterizedTest
    @CsvSource({"healthy, starttls", "healthy-implicit, implicit"})
    void scansAServerOfThisJava(String scenario, String mode) throws IOException {
        try (SimulatedServer server = SimulatedServer.start(ScenarioLibrary.load(scenario))) {
            String target = "127.0.0.1:" + server.port();
            Invocation.Result result =
                    Invocation.of("tls", target, "--tls", mode, "--pause", "0").run();
            assertEquals(0, result.exit(), result.err());
            String out = result.out();
            assertTrue(out.contains("✓ TLS 1.3   accepted"), out);
            assertTrue(out.contains("✓ TLS 1.2   accepted"), out);
            assertTrue(out.contains("✓ TLS 1.1   refused"), out);
            assertTrue(out.contains("✓ SSLv3     refused"), out);
            assertTrue(out.contains("TLS_AES_128_GCM_SHA256"), out);
            assertTrue(out.contains("x25519"), out);
            assertTrue(out.contains("TLS 1.3 yes, TLS 1.2 yes"), out);
            assertTrue(out.contains("certificate.untrusted"), out);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2, 0", "1.3, 1"})
    void theMinimumCounts(String minimum, int exit) throws IOException {
        try (SimulatedServer server = SimulatedServer.start(ScenarioLibrary.load("healthy"))) {
            Invocation.Result result = Invocation.of(
                            "tls",
                            "127.0.0.1:" + server.port(),
                            "--tls-min",
                            minimum,
                            "--pause",
                            "0",
                            "--max-connections",
                            "8",
                            "--format",
                            "json")
                    .run();
            assertEquals(exit, result.exit(), result.out());
            assertEquals(List.of(), TlsSchema.strictErrors(result.out()));
        }
    }
}
