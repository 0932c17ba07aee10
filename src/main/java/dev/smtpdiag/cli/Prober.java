package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs plans side by side and hands over their reports in the order of the plans, each as soon as it can be. */
final class Prober {

    private static final int AT_ONCE = 64;

    private final Environment environment;
    private final Console console;
    private final Messages messages;

    Prober(Environment environment, Console console, Messages messages) {
        this.environment = environment;
        this.console = console;
        this.messages = messages;
    }

    /** The reports, in order; each is also handed to the consumer as soon as all before it are done. */
    List<Report> run(List<Plan> plans, Consumer<Report> eachInOrder) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, plans.size()), task -> {
            Thread thread = new Thread(task, "probe");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Report>> running = new ArrayList<>();
            for (Plan plan : plans) {
                boolean live = plans.size() == 1 && console.terminals().err();
                running.add(threads.submit(() -> probe(plan, live)));
            }
            List<Report> reports = new ArrayList<>();
            for (Future<Report> report : running) {
                reports.add(report.get());
                eachInOrder.accept(report.get());
            }
            return reports;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        } finally {
            threads.shutdownNow();
        }
    }

    private Report probe(Plan plan, boolean live) {
        Instant startedAt = environment.clock().instant();
        if (!live) {
            return Report.of(startedAt, plan, Session.run(plan, environment, event -> {}));
        }
        try (LiveLine line = LiveLine.start(console.err(), messages, plan)) {
            return Report.of(startedAt, plan, Session.run(plan, environment, line::on));
        }
    }
}
