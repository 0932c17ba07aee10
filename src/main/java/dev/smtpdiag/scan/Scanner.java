package dev.smtpdiag.scan;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.session.Door;
import dev.smtpdiag.session.Doorstep;
import dev.smtpdiag.session.Environment;
import dev.smtpdiag.session.Session;
import dev.smtpdiag.session.tls.ResumingClient;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Scans one server. The first connection is an ordinary session up to TLS: it shows whether there is a server that speaks
 * TLS at all, and judges its certificate. What matters most is asked first, because the connections may run out.
 */
public final class Scanner {

    private static final List<ProtocolVersion> NEWEST_FIRST = List.of(
            ProtocolVersion.TLS_1_3,
            ProtocolVersion.TLS_1_2,
            ProtocolVersion.TLS_1_1,
            ProtocolVersion.TLS_1_0,
            ProtocolVersion.SSL_3_0);

    private final Plan plan;
    private final Environment environment;
    private final ScanLimits limits;
    private final Consumer<Duration> pauser;
    private final ScanListener listener;

    /**
     * What became of it.
     *
     * @param startedAt by our clock
     * @param first the ordinary session
     * @param scan what was found; nothing when that session did not get as far as TLS, or no version is accepted
     */
    public record Outcome(Instant startedAt, Transcript first, Optional<TlsScan> scan) {}

    /**
     * @param plan up to TLS, which is implicit or has to be offered
     * @param pauser waits as long as it is told
     */
    public Scanner(
            Plan plan, Environment environment, ScanLimits limits, Consumer<Duration> pauser, ScanListener listener) {
        this.plan = plan;
        this.environment = environment;
        this.limits = limits;
        this.pauser = pauser;
        this.listener = listener;
    }

    /** Scans. Whatever the server does is part of the outcome. */
    public Outcome run() {
        Instant startedAt = environment.clock().instant();
        listener.asking("session", "", 1);
        Transcript first = Session.run(plan, environment, event -> {});
        Optional<Event.Connected> connected = first.first(Event.Connected.class);
        if (connected.isEmpty() || !reachedTls(first)) {
            return new Outcome(startedAt, first, Optional.empty());
        }
        Doorstep doorstep = new Doorstep(plan, environment, connected.get().endpoint());
        Asker asker = new Asker(doorstep, limits, 1, environment.nanoClock(), pauser, listener);
        Observations observations = new Observations();
        List<Gap> gaps = new ArrayList<>();
        List<VersionSearch> searches = search(asker, observations, gaps);
        TlsScan scan = new TlsScan(
                plan,
                connected.get().endpoint(),
                startedAt,
                searches.stream().map(VersionSearch::result).toList(),
                observations.certificates(),
                observations.features(),
                asker.connections(),
                asker.setbacks(),
                gaps);
        boolean refusedAll = scan.versions().stream().allMatch(version -> version.accepted() == Known.NO);
        boolean failed = first.firstFailure().isPresent();
        return new Outcome(startedAt, first, refusedAll && failed ? Optional.empty() : Optional.of(scan));
    }

    /** A handshake that fails is what a scan is for; a server that does not get there, or answers in clear, is not. */
    private static boolean reachedTls(Transcript first) {
        Optional<Step> failed = first.firstFailure();
        if (failed.isEmpty()) {
            return true;
        }
        boolean handshake =
                failed.get().result() instanceof StepResult.Failed result && result.failure() == Failure.HANDSHAKE;
        boolean inClear = failed.get()
                .last(Event.TlsFailed.class)
                .filter(tls -> !tls.plaintext().isEmpty())
                .isPresent();
        boolean laterThanTls =
                failed.get().stage() == Stage.QUIT || failed.get().stage() == Stage.EHLO_TLS;
        boolean greetingBehindTls = first.first(Event.TlsEstablished.class).isPresent();
        return handshake && !inClear || laterThanTls || greetingBehindTls;
    }

    private List<VersionSearch> search(Asker asker, Observations observations, List<Gap> gaps) {
        CipherSuites table = CipherSuites.load();
        String serverName =
                plan.target().isLiteralAddress() ? "" : plan.target().host();
        List<VersionSearch> searches = new ArrayList<>();
        for (ProtocolVersion version : NEWEST_FIRST) {
            VersionSearch search = new VersionSearch(version, serverName, table, asker, observations, gaps);
            search.detect();
            searches.add(search);
        }
        List<VersionSearch> accepted =
                searches.stream().filter(VersionSearch::isAccepted).toList();
        List<VersionSearch> modern = accepted.stream()
                .filter(search -> search.version().code() >= ProtocolVersion.TLS_1_2.code())
                .toList();
        for (VersionSearch search : modern) {
            search.findSuites();
            search.findGroups();
            search.findOrder();
        }
        modern.forEach(search -> resume(search.version(), asker, observations, gaps));
        for (VersionSearch search : accepted) {
            if (!modern.contains(search)) {
                search.findSuites();
            }
        }
        return searches;
    }

    private void resume(ProtocolVersion version, Asker asker, Observations observations, List<Gap> gaps) {
        String protocol = version == ProtocolVersion.TLS_1_3 ? "TLSv1.3" : "TLSv1.2";
        ResumingClient client =
                new ResumingClient(protocol, plan.target().host(), plan.target().port(), environment.nanoClock());
        Known resumed = Known.UNKNOWN;
        for (int i = 0; i < 2; i++) {
            Door door = asker.door("resumption", version.label());
            Optional<ResumingClient.Shown> shown = door == null ? Optional.empty() : client.handshake(door);
            if (shown.isEmpty()) {
                Gap.Reason reason = door == null ? asker.whyNot() : Gap.Reason.NOT_POSSIBLE;
                gaps.add(new Gap("resumption", version.label(), reason));
                resumed = Known.UNKNOWN;
                break;
            }
            if (i == 0) {
                observations.note(version, shown.get().chain(), shown.get().stapled());
            } else {
                resumed = Known.of(shown.get().resumed());
            }
        }
        observations.resumed(version, resumed);
    }
}
