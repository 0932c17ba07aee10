package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.List;
import java.util.Optional;

/**
 * No address accepted the connection. How it failed tells a closed port (a refusal comes back at once) from a filter (no
 * answer at all) and from a missing route (RFC 9293 3.5, RFC 1122 3.2.2.1).
 */
public final class NoConnection extends FailureRule {

    private final Failure failure;

    private NoConnection(String id, Failure failure, String citation) {
        super(id, Basis.PRACTICE, citation);
        this.failure = failure;
    }

    public static NoConnection refused() {
        return new NoConnection("connect.refused", Failure.CONNECTION_REFUSED, "RFC 9293 3.10.7.1");
    }

    public static NoConnection timedOut() {
        return new NoConnection("connect.timeout", Failure.CONNECT_TIMEOUT, "RFC 9293 3.8.3");
    }

    public static NoConnection unreachable() {
        return new NoConnection("connect.unreachable", Failure.UNREACHABLE, "RFC 1122 3.2.2.1");
    }

    @Override
    Optional<Step> failed(Case subject) {
        return subject.failedAt(Stage.CONNECT, failure);
    }

    @Override
    void describe(Case subject, Step step, Draft draft) {
        List<Event.ConnectFailed> tries = step.all(Event.ConnectFailed.class);
        int port = subject.destination().port();
        boolean oneFamilyOfTwo =
                tries.stream().allMatch(event -> event.endpoint().isIpv6());
        draft.server(subject)
                .evidence(tries)
                .argument("addresses", tries.size())
                .flag("several", tries.size() > 1)
                .flag(
                        "mixed",
                        tries.stream()
                                        .map(Event.ConnectFailed::failure)
                                        .distinct()
                                        .count()
                                > 1)
                .flag("ipv6", !tries.isEmpty() && oneFamilyOfTwo)
                .flag("port-25", port == 25)
                .flag("port-465", port == 465)
                .flag("port-587", port == 587)
                .flag("port-other", port != 25 && port != 465 && port != 587)
                .confidence(failure == Failure.UNREACHABLE ? Confidence.LIKELY : Confidence.CERTAIN);
    }
}
