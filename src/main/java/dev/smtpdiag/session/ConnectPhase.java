package dev.smtpdiag.session;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.plan.Addressing;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the addresses of the target and connects to the first one that answers. */
final class ConnectPhase {

    private static final Duration LATE = Duration.ofSeconds(5);

    private final Plan plan;
    private final Recorder recorder;
    private final Environment environment;
    private final Deadline end;

    ConnectPhase(Plan plan, Recorder recorder, Environment environment, Deadline end) {
        this.plan = plan;
        this.recorder = recorder;
        this.environment = environment;
        this.end = end;
    }

    /** Every endpoint that may be tried, in order; none when the name could not be resolved. */
    List<Endpoint> resolve() {
        Target destination = plan.addressing().destination(plan.target());
        recorder.enter(Stage.RESOLVE);
        Duration begun = recorder.elapsed();
        AddressResolver.Resolution resolution = lookUp(destination.host());
        Duration took = recorder.elapsed().minus(begun);
        if (resolution instanceof AddressResolver.NotFound notFound) {
            return notFound(destination, notFound.detail(), took);
        }
        List<InetAddress> all = ((AddressResolver.Found) resolution).addresses();
        List<String> usable =
                all.stream().filter(this::isWanted).map(AddressText::of).toList();
        if (usable.isEmpty()) {
            String family = plan.addressing().family() == Addressing.Family.IPV4 ? "IPv4" : "IPv6";
            return notFound(destination, "no " + family + " address", took);
        }
        recorder.record(stamp -> new Event.AddressesResolved(stamp, destination.host(), usable, took));
        recorder.record(stamp -> new Event.StepEnded(stamp, StepResult.passed(), took));
        return usable.stream()
                .map(address -> new Endpoint(address, destination.port()))
                .toList();
    }

    /** Tries the endpoints in order; null when none answered. */
    Connector.@Nullable Opened connect(List<Endpoint> endpoints) {
        recorder.enter(Stage.CONNECT);
        Duration begun = recorder.elapsed();
        Set<Failure> failures = EnumSet.noneOf(Failure.class);
        for (Endpoint endpoint : endpoints) {
            if (end.hasPassed()) {
                failures.add(Failure.TIME_SPENT);
                break;
            }
            Duration started = recorder.elapsed();
            try {
                Connector.Opened opened = environment.connector().open(endpoint, timeout());
                Duration took = recorder.elapsed().minus(started);
                recorder.record(stamp -> new Event.Connected(stamp, endpoint, opened.local(), took));
                recorder.record(stamp -> new Event.StepEnded(
                        stamp, StepResult.passed(), recorder.elapsed().minus(begun)));
                return opened;
            } catch (IOException e) {
                Duration waited = recorder.elapsed().minus(started);
                Failure failure = end.hasPassed() ? Failure.TIME_SPENT : failureOf(e, waited);
                failures.add(failure);
                Duration took = recorder.elapsed().minus(started);
                recorder.record(stamp ->
                        new Event.ConnectFailed(stamp, endpoint, failure, String.valueOf(e.getMessage()), took));
            }
        }
        Failure together = failures.contains(Failure.TIME_SPENT)
                ? Failure.TIME_SPENT
                : failures.size() == 1 ? failures.iterator().next() : Failure.UNREACHABLE;
        recorder.record(stamp -> new Event.StepEnded(
                stamp, StepResult.failed(together), recorder.elapsed().minus(begun)));
        return null;
    }

    /** Tries one further address, only to see whether it answers. */
    void tryFurther(Endpoint endpoint) {
        Duration started = recorder.elapsed();
        @Nullable Failure failure = null;
        try {
            environment.connector().open(endpoint, timeout()).connection().close();
        } catch (IOException e) {
            failure = failureOf(e, recorder.elapsed().minus(started));
        }
        @Nullable Failure found = failure;
        recorder.recordBeside(
                Stage.CONNECT,
                stamp -> new Event.AddressTried(
                        stamp, endpoint, found, recorder.elapsed().minus(started)));
    }

    /** Says of a further address that it has not answered by the end of the walk. */
    void stillSilent(Endpoint endpoint) {
        recorder.recordBeside(
                Stage.CONNECT,
                stamp -> new Event.AddressTried(stamp, endpoint, Failure.CONNECT_TIMEOUT, recorder.elapsed()));
    }

    private Duration timeout() {
        return end.within(plan.timeouts().connect()).remaining();
    }

    private boolean isWanted(InetAddress address) {
        return switch (plan.addressing().family()) {
            case ANY -> true;
            case IPV4 -> address instanceof Inet4Address;
            case IPV6 -> !(address instanceof Inet4Address);
        };
    }

    private AddressResolver.Resolution lookUp(String host) {
        List<String> given = plan.addressing().override(host).orElse(List.of());
        if (given.isEmpty()) {
            return environment.resolver().resolve(host, timeout());
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : given) {
            try {
                addresses.add(InetAddress.getByName(literal));
            } catch (UnknownHostException e) {
                return new AddressResolver.NotFound("not an address: " + literal);
            }
        }
        return new AddressResolver.Found(addresses);
    }

    private List<Endpoint> notFound(Target destination, String detail, Duration took) {
        recorder.record(stamp -> new Event.ResolveFailed(stamp, destination.host(), detail, took));
        recorder.record(stamp -> new Event.StepEnded(
                stamp, StepResult.failed(end.hasPassed() ? Failure.TIME_SPENT : Failure.NAME_NOT_FOUND), took));
        return List.of();
    }

    /** By the type of the exception and the time it took where the text, in the language of the system, does not help. */
    private static Failure failureOf(IOException e, Duration took) {
        if (e instanceof SocketTimeoutException) {
            return Failure.CONNECT_TIMEOUT;
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("reset")) {
            return Failure.CLOSED; // it was accepted, and thrown out before we could say anything
        }
        if (message.contains("timed out")) {
            return Failure.CONNECT_TIMEOUT; // the system's own limit, shorter than ours
        }
        if (e instanceof ConnectException && !message.contains("unreachable") && !message.contains("denied")) {
            return took.compareTo(LATE) < 0 ? Failure.CONNECTION_REFUSED : Failure.CONNECT_TIMEOUT;
        }
        return Failure.UNREACHABLE;
    }
}
