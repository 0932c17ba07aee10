package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.tls.DisabledAlgorithms;
import dev.smtpdiag.session.tls.Handshake;
import dev.smtpdiag.session.tls.TlsClient;
import dev.smtpdiag.session.tls.TlsOffer;
import dev.smtpdiag.smtp.ReplyParser;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;

/** Performs the TLS handshake and has the certificate judged. A bad certificate does not end the walk. */
final class TlsPhase implements Phase {

    private final Endpoint endpoint;
    private final String name;

    /**
     * @param endpoint where the connection goes
     * @param name what we call ourselves, should a second connection be needed
     */
    TlsPhase(Endpoint endpoint, String name) {
        this.endpoint = endpoint;
        this.name = name;
    }

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
            dialogue.upgrade(handshake);
            recorder.record(
                    stamp -> new Event.TlsEstablished(stamp, established.protocol(), established.cipherSuite(), took));
            note(handshake, recorder);
            new CertificateCheck(dialogue, endpoint, name).run(handshake);
            return StepResult.passed();
        }
        note(handshake, recorder);
        if (!handshake.chain().isEmpty()) {
            new CertificateCheck(dialogue, endpoint, name).run(handshake);
        }
        Failure recorded = record(handshake.result(), recorder, took);
        boolean allSpent = recorded == Failure.SILENCE && dialogue.end().hasPassed();
        Failure failure = allSpent ? Failure.TIME_SPENT : recorded;
        dialogue.lost(failure);
        return StepResult.failed(failure);
    }

    private static void note(Handshake handshake, Recorder recorder) {
        handshake
                .request()
                .ifPresent(request -> recorder.record(stamp -> new Event.CertificateRequested(
                        stamp, request.authorities(), request.authorityCount(), request.shown())));
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
}
