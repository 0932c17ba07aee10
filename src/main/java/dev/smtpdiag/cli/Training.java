package dev.smtpdiag.cli;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.simulate.ScenarioLibrary;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands whose classes go into an archive, all in one process: the lists of several cannot be joined, because
 * newer run-times number the classes in them.
 */
final class Training {

    private static final Console NOWHERE = new Console(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            Map.of("TRAINING", "not-a-secret"),
            Console.Terminals.NONE,
            Language.ENGLISH);

    private Training() {}

    public static void main(String[] args) throws IOException {
        Main.console(); // its classes belong to every start
        if (args[0].equals("offline")) {
            offline();
        } else {
            net();
        }
        System.exit(0);
    }

    private static void offline() {
        run("explain", "535");
        run("explain", "535 5.7.8 Error: authentication failed");
        run("explain", "550 5.7.1 Go away"); // of no provider
        run("compare", "220", "5.7.8");
        run("compare", "450", "550");
    }

    private static void net() throws IOException {
        for (String scenario : List.of("auth-rejected", "healthy", "rcpt-refused")) {
            try (SimulatedServer server = SimulatedServer.start(ScenarioLibrary.load(scenario))) {
                String target = "localhost:" + server.port();
                run("probe", target, "--tls", "none");
                run("probe", target);
                run("probe", target, "-k", "--user", "alice@example.com", "--password-env", "TRAINING", "-v");
                run("probe", target, "-k", "--from", "a@example.com", "--to", "bob@example.com", "--format", "json");
                run("probe", target, "--resolve", "localhost:127.0.0.1", "--timeout", "5s", "--ehlo", "a.example");
            }
        }
        run("probe", "localhost:1");
        run("probe", "--help");
    }

    private static void run(String... args) {
        int unused = new Smtpdiag().run(args, NOWHERE);
    }
}
