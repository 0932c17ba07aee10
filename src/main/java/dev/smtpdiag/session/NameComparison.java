package dev.smtpdiag.session;

import dev.smtpdiag.discovery.AddressResolver;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Sni;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.session.tls.CertificateJudge;
import dev.smtpdiag.session.tls.TlsOffer;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Event.Decision;
import dev.smtpdiag.transcript.Recorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks closer at a certificate that is for another name: what the server shows to a ClientHello that names no host, or
 * names it where the first did not; and whether the certificate is for a name that DNS has for the server.
 */
final class NameComparison {

    private static final Duration CONNECTION = Duration.ofSeconds(5);
    private static final Duration LOOK_UP = Duration.ofSeconds(2);
    private static final int MOST_NAMES = 5;

    private final Dialogue dialogue;
    private final Endpoint endpoint;
    private final String name;

    NameComparison(Dialogue dialogue, Endpoint endpoint, String name) {
        this.dialogue = dialogue;
        this.endpoint = endpoint;
        this.name = name;
    }

    void examine(List<X509Certificate> chain) {
        otherName(chain);
        namesOfDns(chain);
    }

    private void otherName(List<X509Certificate> chain) {
        Plan plan = dialogue.plan();
        Recorder recorder = dialogue.recorder();
        TlsOffer first = TlsOffer.of(plan);
        boolean usual = plan.tls().sni().equals(Sni.TARGET);
        Optional<String> other = usual ? Optional.empty() : Sni.TARGET.toSend(plan.target());
        if (other.equals(first.serverName())) {
            return;
        }
        recorder.record(stamp -> new Event.Decided(
                stamp, other.isPresent() ? Decision.COMPARE_WITH_NAME : Decision.COMPARE_WITHOUT_NAME));
        try {
            List<X509Certificate> shown = new SecondHandshake(dialogue, endpoint, name)
                    .chain(first.withServerName(other), dialogue.end().within(CONNECTION));
            recorder.record(stamp -> new Event.OtherCertificate(
                    stamp,
                    other,
                    CertificateJudge.facts(shown.subList(0, 1)),
                    shown.get(0).equals(chain.get(0)),
                    CertificateJudge.isFor(plan.target().host(), shown),
                    ""));
        } catch (IOException e) {
            String failure = String.valueOf(e.getMessage());
            recorder.record(stamp -> new Event.OtherCertificate(stamp, other, List.of(), false, false, failure));
        }
    }

    private void namesOfDns(List<X509Certificate> chain) {
        AddressResolver resolver = dialogue.environment().resolver();
        Target target = dialogue.plan().target();
        Duration patience = dialogue.end().within(LOOK_UP).remaining();
        List<String> reverse = bounded(reverse(resolver, patience));
        boolean domain = !target.isLiteralAddress() && target.host().indexOf('.') > 0;
        List<String> exchangers = domain ? bounded(resolver.mailExchangers(target.host(), patience)) : List.of();
        if (reverse.isEmpty() && exchangers.isEmpty()) {
            return;
        }
        List<String> matching = Stream.concat(reverse.stream(), exchangers.stream())
                .filter(found -> CertificateJudge.isFor(found, chain))
                .distinct()
                .toList();
        dialogue.recorder().record(stamp -> new Event.NamesFound(stamp, reverse, exchangers, matching));
    }

    private List<String> reverse(AddressResolver resolver, Duration patience) {
        try {
            return resolver.reverse(InetAddress.getByName(endpoint.address()), patience);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static List<String> bounded(List<String> names) {
        return names.stream().limit(MOST_NAMES).toList();
    }
}
