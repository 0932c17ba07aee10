package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ClientHello;
import dev.smtpdiag.scan.hello.FlightReader;
import dev.smtpdiag.scan.hello.ServerFlight;
import dev.smtpdiag.scan.hello.ServerHello;
import dev.smtpdiag.scan.hello.TlsAlert;
import dev.smtpdiag.session.Door;
import dev.smtpdiag.session.Doorstep;
import dev.smtpdiag.transcript.Transcript;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server one thing a connection, with regard for its patience: not too fast, not too often, and slower once it has
 * turned us away.
 */
final class Asker {

    /** How long the server is left alone after it turned us away once, twice, three times in a row. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofSeconds(20);

    private final Doorstep doorstep;
    private final ScanLimits limits;
    private final LongSupplier nanoClock;
    private final Consumer<Duration> pauser;
    private final ScanListener listener;
    private final long begun;
    private final SecureRandom random = new SecureRandom();
    private Duration pause;
    private int connections;
    private int setbacks;
    private int inARow;
    private boolean leavesWithoutAlert;
    private Gap.@Nullable Reason gaveUp;

    /**
     * @param connections how many were made already
     * @param pauser waits
     */
    Asker(
            Doorstep doorstep,
            ScanLimits limits,
            int connections,
            LongSupplier nanoClock,
            Consumer<Duration> pauser,
            ScanListener listener) {
        this.doorstep = doorstep;
        this.limits = limits;
        this.connections = connections;
        this.nanoClock = nanoClock;
        this.pauser = pauser;
        this.listener = listener;
        this.pause = limits.pause();
        this.begun = nanoClock.getAsLong();
    }

    int connections() {
        return connections;
    }

    int setbacks() {
        return setbacks;
    }

    /** Why {@link #door} gave none. */
    Gap.Reason whyNot() {
        return gaveUp == null ? Gap.Reason.CONNECTIONS : gaveUp;
    }

    /**
     * Asks with one hello, twice where the first answer leaves doubt.
     *
     * @param what named to the listener
     */
    Answer ask(ClientHello hello, String what) {
        Answer answer = askOnce(hello, what);
        boolean doubtful = answer instanceof Answer.Refused refused && isDeparture(refused) && !leavesWithoutAlert
                || answer instanceof Answer.Unknown unknown && unknown.reason() == Gap.Reason.UNREADABLE;
        if (!doubtful) {
            return answer;
        }
        pauser.accept(SLOW);
        Answer again = askOnce(hello, what);
        // Gone twice at the same hello: that is how this server refuses.
        leavesWithoutAlert = again instanceof Answer.Refused refused && isDeparture(refused);
        return again;
    }

    /** The next connection, at the point where the server expects a ClientHello; null when there is none to be had. */
    @Nullable
    Door door(String what, String about) {
        while (!isSpent()) {
            listener.asking(what, about, connections + 1);
            pauser.accept(pause);
            connections++;
            Doorstep.Arrival arrival = doorstep.arrive();
            if (arrival instanceof Doorstep.Ready ready) {
                inARow = 0;
                return ready.door();
            }
            turnedAway(((Doorstep.Stopped) arrival).transcript());
        }
        return null;
    }

    private boolean isSpent() {
        if (gaveUp == null && connections >= limits.connections()) {
            gaveUp = Gap.Reason.CONNECTIONS;
        }
        if (gaveUp == null && left().isNegative()) {
            gaveUp = Gap.Reason.TIME;
        }
        return gaveUp != null;
    }

    private Duration left() {
        return limits.time().minusNanos(nanoClock.getAsLong() - begun);
    }

    private void turnedAway(Transcript stopped) {
        setbacks++;
        Duration wait = inARow < WAITS.size() ? WAITS.get(inARow) : Duration.ZERO;
        inARow++;
        if (wait.isZero() || wait.compareTo(left()) > 0) {
            gaveUp = Gap.Reason.TURNED_AWAY;
            listener.turnedAway(stopped, Duration.ZERO);
            return;
        }
        listener.turnedAway(stopped, wait);
        pauser.accept(wait);
        Duration doubled = pause.multipliedBy(2);
        Duration slower = doubled.compareTo(SLOW) < 0 ? SLOW : doubled;
        pause = slower.compareTo(SLOWEST) > 0 ? SLOWEST : slower;
    }

    private Answer askOnce(ClientHello hello, String what) {
        Door door = door(what, hello.version().label());
        if (door == null) {
            return new Answer.Unknown(whyNot());
        }
        try (door) {
            byte[] octets = new byte[ClientHello.RANDOM];
            random.nextBytes(octets);
            door.say(hello.encode(octets));
            Answer answer = listen(door, hello);
            door.say(TlsAlert.closeNotify());
            return answer;
        }
    }

    private Answer listen(Door door, ClientHello hello) {
        FlightReader reader = new FlightReader();
        long end = nanoClock.getAsLong() + door.patience().toNanos();
        while (true) {
            Door.Heard heard = door.listen();
            if (heard instanceof Door.Octets came) {
                if (reader.accept(came.octets())) {
                    return judge(reader.flight(), hello, new Answer.Unknown(Gap.Reason.UNREADABLE));
                }
                if (nanoClock.getAsLong() - end > 0) {
                    return judge(reader.flight(), hello, new Answer.Unknown(Gap.Reason.SILENT));
                }
            } else if (heard instanceof Door.Left departed) {
                return judge(reader.flight(), hello, new Answer.Refused(departed.reset() ? "reset" : "closed"));
            } else {
                return judge(reader.flight(), hello, new Answer.Unknown(Gap.Reason.SILENT));
            }
        }
    }

    private static Answer judge(ServerFlight flight, ClientHello asked, Answer otherwise) {
        if (flight.alert().isPresent()) {
            return new Answer.Refused(flight.alert().get().name());
        }
        if (flight.hello().isEmpty()) {
            return otherwise;
        }
        ServerHello hello = flight.hello().get();
        if (hello.version().isEmpty() || hello.version().get() != asked.version()) {
            // It would rather speak another version (RFC 5246 E.1).
            return new Answer.Refused("protocol_version");
        }
        return asked.suites().contains(hello.suite())
                ? new Answer.Agreed(hello, flight)
                : new Answer.Unknown(Gap.Reason.UNREADABLE);
    }

    private static boolean isDeparture(Answer.Refused refused) {
        return refused.reason().equals("closed") || refused.reason().equals("reset");
    }
}
