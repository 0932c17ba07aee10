package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.tls.CertificateJudge;
import dev.smtpdiag.session.tls.DisabledAlgorithms;
import dev.smtpdiag.session.tls.Handshake;
import dev.smtpdiag.session.tls.TlsClient;
import dev.smtpdiag.session.tls.TlsOffer;
import dev.smtpdiag.smtp.ReplyParser;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Performs the TLS handshake and has the certificate judged. A bad certificate does not end the walk. */
final class TlsPhase implements Phase {

    @Override
    public StepResult run(Dialogue dialogue) {
        Plan plan = dialogue.plan();
        Recorder recorder = dialogue.recorder();
        Duration begun = recorder.elapsed();
        Duration timeout = dialogue.end().within(plan.timeouts().reply()).remaining();
        Handshake handshake = new TlsClient(dialogue.environment().nanoClock())
                .handshake(dialogue.connection(), TlsOffer.of(plan), timeout);
        Duration took = recorder.elapsed().minus(begun);
        if (handshake.result() instanceof Handshake.Established established) {
            dialogue.upgrade(handshake.connection());
            recorder.record(
                    stamp -> new Event.TlsEstablished(stamp, established.protocol(), established.cipherSuite(), took));
            judge(dialogue, handshake.chain());
            return StepResult.passed();
        }
        if (!handshake.chain().isEmpty()) {
            judge(dialogue, handshake.chain());
        }
        Failure recorded = record(handshake.result(), recorder, took);
        boolean allSpent = recorded == Failure.SILENCE && dialogue.end().hasPassed();
        Failure failure = allSpent ? Failure.TIME_SPENT : recorded;
        dialogue.lost(failure);
        return StepResult.failed(failure);
    }

    private static Failure record(Handshake.Result result, Recorder recorder, Duration took) {
        if (result instanceof Handshake.Failed failed) {
            String plaintext = Recorder.raw(failed.plaintext());
            String disabled = DisabledAlgorithms.ofThisJvm().causeOf(failed).orElse(null);
            recorder.record(
                    stamp -> new Event.TlsFailed(stamp, failed.alert(), failed.detail(), plaintext, disabled, took));
            if (failed.plaintext().length == 0) {
                return Failure.HANDSHAKE;
            }
            boolean isReply = ReplyParser.codeOf(failed.plaintext()) > 0;
            boolean afterStartTls = recorder.transcript().reply(Stage.STARTTLS).isPresent();
            if (afterStartTls) {
                return Failure.HANDSHAKE;
            }
            return isReply ? Failure.WRONG_TLS_MODE : Failure.MALFORMED;
        }
        if (result instanceof Handshake.Closed closed) {
            recorder.record(stamp -> new Event.Closed(stamp, closed.reset(), "", took));
            return Failure.HANDSHAKE;
        }
        recorder.record(stamp -> new Event.TimedOut(stamp, took, ""));
        return Failure.SILENCE;
    }

    private static void judge(Dialogue dialogue, List<X509Certificate> chain) {
        Plan plan = dialogue.plan();
        Environment environment = dialogue.environment();
        Instant now = environment.clock().instant();
        String host = plan.target().host();
        List<CertificateProblem> problems =
                new CertificateJudge(environment.authorities().apply(plan.trust())).judge(chain, host, now);
        dialogue.certificateJudged(problems.isEmpty());
        dialogue.recorder()
                .record(stamp -> new Event.CertificateJudged(
                        stamp,
                        host,
                        CertificateJudge.facts(chain),
                        problems,
                        now,
                        plan.trust().insecure()));
    }
}
