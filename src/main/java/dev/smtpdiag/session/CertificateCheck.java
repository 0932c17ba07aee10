package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.session.tls.CertificateJudge;
import dev.smtpdiag.session.tls.Evidence;
import dev.smtpdiag.session.tls.Handshake;
import dev.smtpdiag.session.tls.Judgement;
import dev.smtpdiag.session.tls.TrustComparison;
import dev.smtpdiag.session.tls.TrustedAuthorities;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.TrustView;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Has the chain judged that a server showed, and where it is not valid, looks for what would help. */
final class CertificateCheck {

    private final Dialogue dialogue;
    private final Endpoint endpoint;
    private final String name;

    /**
     * @param endpoint for a second connection
     * @param name what we call ourselves there
     */
    CertificateCheck(Dialogue dialogue, Endpoint endpoint, String name) {
        this.dialogue = dialogue;
        this.endpoint = endpoint;
        this.name = name;
    }

    void run(Handshake handshake) {
        Plan plan = dialogue.plan();
        Environment environment = dialogue.environment();
        TlsWishes wishes = plan.tls();
        List<X509Certificate> chain = handshake.chain();
        Instant now = environment.clock().instant();
        TrustedAuthorities authorities = environment.authorities().apply(plan.trust());
        CertificateJudge judge = new CertificateJudge(authorities);
        IntermediateFetcher fetcher = new IntermediateFetcher(dialogue.end());
        if (wishes.fetchIntermediates() && judge.lacksIssuer(chain)) {
            fetcher.fetch(chain);
        }
        Judgement judgement = judge.judge(new Evidence(
                chain,
                plan.target().host(),
                now,
                handshake.statusResponses(),
                fetcher.certificates(),
                wishes.pins(),
                wishes.daysWanted()));
        record(chain, judgement, now);
        if (!fetcher.attempts().isEmpty()) {
            boolean completes = judge.completes(chain, fetcher.certificates());
            dialogue.recorder().record(stamp -> new Event.IntermediatesFetched(stamp, fetcher.attempts(), completes));
        }
        List<CertificateProblem> problems = judgement.problems();
        boolean untrusted = problems.stream().anyMatch(problem -> problem.kind().isAboutTrust());
        if (untrusted || wishes.compareTrust()) {
            compareTrust(authorities, chain);
        }
        if (problems.stream().anyMatch(problem -> problem.kind() == CertificateProblem.Kind.NAME_MISMATCH)) {
            new NameComparison(dialogue, endpoint, name).examine(chain);
        }
    }

    private void record(List<X509Certificate> chain, Judgement judgement, Instant now) {
        Plan plan = dialogue.plan();
        Recorder recorder = dialogue.recorder();
        recorder.record(stamp -> {
            Event.CertificateJudged judged = new Event.CertificateJudged(
                    stamp,
                    plan.target().host(),
                    CertificateJudge.facts(chain),
                    judgement.problems(),
                    judgement.remarks(),
                    now,
                    plan.trust().insecure());
            dialogue.certificateJudged(judged.decisive().isEmpty());
            return judged;
        });
    }

    private void compareTrust(TrustedAuthorities authorities, List<X509Certificate> chain) {
        List<TrustView> views = new TrustComparison(
                        authorities, dialogue.environment().machineTrust().get())
                .of(chain, dialogue.plan().tls().authorityFiles());
        if (!views.isEmpty()) {
            dialogue.recorder().record(stamp -> new Event.TrustCompared(stamp, views));
        }
    }
}
