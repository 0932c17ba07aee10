package dev.smtpdiag.cli;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioLibrary;
import dev.smtpdiag.simulate.ScenarioParser;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A scenario that was played over a real socket, on the way of {@code smtpdiag demo}.
 *
 * @param scenario with the canary for a password
 */
record Played(Scenario scenario, Report report) {

    /** Most of the time goes into waiting for silent servers, so more than there are processors. */
    private static final int AT_ONCE = 8;

    private static final int LONGEST_SECONDS = 60;

    /** All of the library, played once for all tests. */
    static List<Played> library() {
        return new ArrayList<>(Library.PLAYED.values());
    }

    static Played named(String name) {
        return Library.PLAYED.get(name);
    }

    static Played play(Scenario scenario) throws IOException {
        try (SimulatedServer server = SimulatedServer.start(scenario)) {
            Plan plan = ScenarioPlan.of(scenario, server.port(), server.authority());
            Report[] report = new Report[1];
            Invocation.of().captured(console -> {
                report[0] = new Prober(Environment.system(), console, Messages.ofReports(Language.ENGLISH))
                        .run(List.of(plan), each -> {})
                        .get(0);
                return 0;
            });
            return new Played(scenario, report[0]);
        }
    }

    /** A scenario of the library whose client uses the canary. */
    static Scenario withCanary(String name) {
        return ScenarioParser.parse(name, Canary.instead(text(name)));
    }

    /** The source of a scenario of the library. */
    static String text(String name) {
        String resource = "/simulate/scenarios/" + name + ".scenario";
        try (InputStream in = Played.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return scenario.name();
    }

    /** The lambdas stand outside of it: threads that use a class wait for its initialiser to end. */
    private static final class Library {
        static final Map<String, Played> PLAYED = playAll();
    }

    private static Map<String, Played> playAll() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, Future<Played>> running = new LinkedHashMap<>();
            for (String name : ScenarioLibrary.names()) {
                running.put(name, threads.submit(() -> play(withCanary(name))));
            }
            Map<String, Played> played = new LinkedHashMap<>();
            running.forEach((name, future) -> played.put(name, get(name, future)));
            return played;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Played get(String name, Future<Played> future) {
        try {
            return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("scenario " + name + " could not be played", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
