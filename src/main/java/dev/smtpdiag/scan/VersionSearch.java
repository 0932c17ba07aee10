package dev.smtpdiag.scan;

import dev.smtpdiag.scan.VersionScan.Order;
import dev.smtpdiag.scan.VersionScan.SuiteUse;
import dev.smtpdiag.scan.hello.ClientHello;
import dev.smtpdiag.scan.hello.KeyExchange;
import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a server accepts in one version: all that is left is offered, and what the server picks is taken out,
 * until it refuses. What is refused has then been refused all at once.
 */
final class VersionSearch {

    private final ProtocolVersion version;
    private final CipherSuites table;
    private final Asker asker;
    private final Observations observations;
    private final List<Gap> gaps;
    private final ClientHello everything;
    private final List<Integer> untried;
    private final List<NamedGroup> untriedGroups;
    private final List<SuiteUse> suites = new ArrayList<>();
    private final List<NamedGroup> groups = new ArrayList<>();
    private Known accepted = Known.UNKNOWN;
    private String refusal = "";
    private Order order = Order.UNKNOWN;
    private boolean suitesComplete;
    private boolean groupsComplete;

    /**
     * @param serverName for SNI, or empty
     * @param gaps where to note what could not be found out
     */
    VersionSearch(
            ProtocolVersion version,
            String serverName,
            CipherSuites table,
            Asker asker,
            Observations observations,
            List<Gap> gaps) {
        this.version = version;
        this.table = table;
        this.asker = asker;
        this.observations = observations;
        this.gaps = gaps;
        this.untried = new ArrayList<>(
                table.of(version).stream().map(CipherSuite::code).toList());
        this.untriedGroups = new ArrayList<>(NamedGroup.offered(version));
        this.everything =
                new ClientHello(version, untried, untriedGroups, ClientHello.ALL_SIGNATURES, serverName, true);
    }

    ProtocolVersion version() {
        return version;
    }

    boolean isAccepted() {
        return accepted == Known.YES;
    }

    VersionScan result() {
        return new VersionScan(version, accepted, refusal, suites, suitesComplete, order, groups, groupsComplete);
    }

    /** Whether the version is accepted with anything at all. */
    void detect() {
        Answer answer = asker.ask(everything, "version");
        if (answer instanceof Answer.Agreed agreed) {
            accepted = Known.YES;
            take(agreed);
        } else if (answer instanceof Answer.Refused refused) {
            accepted = Known.NO;
            refusal = refused.reason();
        } else {
            gap("version", answer);
        }
    }

    /** The rest of the cipher suites. */
    void findSuites() {
        while (!untried.isEmpty()) {
            Answer answer = asker.ask(everything.withSuites(untried), "suites");
            if (answer instanceof Answer.Unknown) {
                gap("suites", answer);
                return;
            }
            if (!(answer instanceof Answer.Agreed agreed)) {
                break;
            }
            take(agreed);
        }
        suitesComplete = true;
    }

    /** The rest of the groups; before TLS 1.3 the curves alone, with those suites that need one. */
    void findGroups() {
        List<Integer> usable = suites.stream()
                .map(SuiteUse::suite)
                .filter(suite -> version == ProtocolVersion.TLS_1_3 || suite.usesCurve())
                .map(CipherSuite::code)
                .toList();
        while (!usable.isEmpty() && !untriedGroups.isEmpty()) {
            Answer answer = asker.ask(everything.withSuites(usable).withGroups(groupsToOffer()), "groups");
            if (answer instanceof Answer.Unknown) {
                gap("groups", answer);
                return;
            }
            if (!(answer instanceof Answer.Agreed agreed)) {
                break;
            }
            if (!takeGroup(agreed)) {
                // The curve of its certificate again, which every hello has to hold: what it hides stays hidden.
                gaps.add(new Gap("groups", version.label(), Gap.Reason.NOT_POSSIBLE));
                return;
            }
        }
        groupsComplete = !suites.isEmpty();
    }

    /** Whose order decides: the same suites again, in the opposite order. */
    void findOrder() {
        if (suites.size() < 2) {
            return;
        }
        List<Integer> reversed =
                new ArrayList<>(suites.stream().map(use -> use.suite().code()).toList());
        Collections.reverse(reversed);
        Answer answer = asker.ask(everything.withSuites(reversed), "order");
        if (answer instanceof Answer.Agreed agreed) {
            int picked = agreed.hello().suite();
            boolean first = picked == reversed.get(reversed.size() - 1);
            order = first ? Order.SERVER : picked == reversed.get(0) ? Order.CLIENT : Order.UNKNOWN;
        } else if (answer instanceof Answer.Unknown) {
            gap("order", answer);
        }
    }

    private void take(Answer.Agreed agreed) {
        CipherSuite suite = table.get(agreed.hello().suite());
        byte[] exchange = agreed.flight().keyExchange();
        int prime = suite.usesFiniteField()
                ? KeyExchange.dhe(exchange).map(KeyExchange::dhBits).orElse(0)
                : 0;
        suites.add(new SuiteUse(suite, prime));
        untried.remove((Integer) suite.code());
        observations.note(version, suite, agreed);
        if (suites.size() == 1) {
            takeGroup(agreed);
        }
    }

    /** Whether the answer named a group that was not known yet. */
    private boolean takeGroup(Answer.Agreed agreed) {
        Optional<NamedGroup> group = group(agreed);
        group.ifPresent(groups::add);
        return group.isPresent() && untriedGroups.remove(group.get());
    }

    private Optional<NamedGroup> group(Answer.Agreed agreed) {
        int code = agreed.hello().group();
        if (version != ProtocolVersion.TLS_1_3) {
            boolean curve = table.get(agreed.hello().suite()).usesCurve();
            code = curve
                    ? KeyExchange.ecdhe(agreed.flight().keyExchange())
                            .map(KeyExchange::group)
                            .orElse(0)
                    : 0;
        }
        int found = code;
        return code == 0 || groups.stream().anyMatch(group -> group.code() == found)
                ? Optional.empty()
                : Optional.of(NamedGroup.of(code));
    }

    /** What is untried, and the curve of an ECDSA certificate if there is no other: without it no such suite is chosen. */
    private List<NamedGroup> groupsToOffer() {
        boolean others = suites.stream()
                .anyMatch(use ->
                        use.suite().usesCurve() && !use.suite().authentication().equals("ECDSA"));
        List<NamedGroup> offer = new ArrayList<>(untriedGroups);
        if (version != ProtocolVersion.TLS_1_3 && !others) {
            observations
                    .certificateCurve()
                    .filter(curve -> !offer.contains(curve))
                    .ifPresent(offer::add);
        }
        return offer;
    }

    private void gap(String what, Answer answer) {
        if (answer instanceof Answer.Unknown unknown) {
            gaps.add(new Gap(what, version.label(), unknown.reason()));
        }
    }
}
