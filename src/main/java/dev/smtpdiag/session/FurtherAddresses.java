package dev.smtpdiag.session;

import dev.smtpdiag.transcript.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tries the addresses that the walk does not need, beside it: whether they answer is worth knowing, waiting for them is
 * not.
 */
final class FurtherAddresses {

    /** How much longer than the walk itself anybody waits for them. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final int MOST = 16;

    private final Set<Endpoint> pending = ConcurrentHashMap.newKeySet();
    private final CountDownLatch open;

    private FurtherAddresses(List<Endpoint> endpoints) {
        pending.addAll(endpoints);
        open = new CountDownLatch(endpoints.size());
    }

    static FurtherAddresses start(List<Endpoint> endpoints, Consumer<Endpoint> attempt) {
        List<Endpoint> tried = endpoints.subList(0, Math.min(MOST, endpoints.size()));
        FurtherAddresses further = new FurtherAddresses(tried);
        for (Endpoint endpoint : tried) {
            Thread thread = new Thread(() -> further.attempt(endpoint, attempt), "try " + endpoint);
            thread.setDaemon(true);
            thread.start();
        }
        return further;
    }

    /** Waits a little for those that have not answered yet, and names the ones that still have not. */
    void await(Consumer<Endpoint> silent) {
        try {
            if (!open.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                pending.forEach(silent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Endpoint endpoint, Consumer<Endpoint> attempt) {
        try {
            attempt.accept(endpoint);
        } finally {
            pending.remove(endpoint);
            open.countDown();
        }
    }
}
