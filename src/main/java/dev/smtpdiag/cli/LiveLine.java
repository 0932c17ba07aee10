package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import java.io.PrintStream;
import java.time.Duration;

/** On a terminal, one line on standard error that says what we wait for and how long; gone when the wait is over. */
final class LiveLine implements AutoCloseable {

    private static final long FIRST_MILLIS = 700;
    private static final long TICK_MILLIS = 1000;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final Messages messages;
    private final Plan plan;
    private final Thread thread;
    private Stage stage = Stage.RESOLVE;
    private long since = System.nanoTime();
    private boolean shown;
    private boolean closed;

    private LiveLine(PrintStream err, Messages messages, Plan plan) {
        this.err = err;
        this.messages = messages;
        this.plan = plan;
        this.thread = new Thread(this::tick, "live line");
        thread.setDaemon(true);
    }

    static LiveLine start(PrintStream err, Messages messages, Plan plan) {
        LiveLine line = new LiveLine(err, messages, plan);
        line.thread.start();
        return line;
    }

    /** Told of every event: a new step begins where the last one ends. */
    synchronized void on(Event event) {
        if (event instanceof Event.AddressTried) {
            return; // beside the walk
        }
        if (event.stamp().stage() != stage || event instanceof Event.StepEnded) {
            stage = event instanceof Event.StepEnded
                    ? next(event.stamp().stage())
                    : event.stamp().stage();
            since = System.nanoTime();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
        if (shown) {
            err.print(ERASE);
            err.flush();
        }
    }

    private void tick() {
        try {
            Thread.sleep(FIRST_MILLIS);
            while (show()) {
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private synchronized boolean show() {
        if (closed) {
            return false;
        }
        long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
        String waiting = messages.get("wait." + stage.id());
        err.print(ERASE + messages.get("wait.of", "… " + waiting, seconds, limit().toSeconds()));
        err.flush();
        shown = true;
        return true;
    }

    private Duration limit() {
        return switch (stage) {
            case RESOLVE, CONNECT -> plan.timeouts().connect();
            case GREETING -> plan.timeouts().greeting();
            default -> plan.timeouts().reply();
        };
    }

    /** What most likely comes next; the first event of the next step corrects it. */
    private static Stage next(Stage ended) {
        Stage[] all = Stage.values();
        return switch (ended) {
            case CONNECT -> Stage.GREETING;
            case STARTTLS -> Stage.TLS;
            default -> all[Math.min(ended.ordinal() + 1, all.length - 1)];
        };
    }
}
