package dev.smtpdiag.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the resolver of the operating system, as every other program on the machine does. */
public final class SystemResolver implements AddressResolver {

    @Override
    public Resolution resolve(String host, Duration timeout) {
        // The system call has no time limit of its own; a look-up that outlives ours ends with the process.
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        Thread thread = new Thread(lookup, "resolve");
        thread.setDaemon(true);
        thread.start();
        try {
            return new Found(lookup.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new NotFound("no answer");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new NotFound(cause instanceof UnknownHostException ? "unknown host" : String.valueOf(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotFound("interrupted");
        }
    }

    @Override
    public List<String> reverse(InetAddress address, Duration timeout) {
        return inTime("reverse", timeout, () -> {
            // Not the address itself, which may carry the name that it was found by.
            String name = InetAddress.getByAddress(address.getAddress()).getCanonicalHostName();
            boolean literal = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
            return literal ? List.of() : List.of(name);
        });
    }

    private static List<String> inTime(String what, Duration timeout, Callable<List<String>> question) {
        FutureTask<List<String>> lookup = new FutureTask<>(question);
        Thread thread = new Thread(lookup, what);
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
