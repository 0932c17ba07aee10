package dev.smtpdiag.session;

import dev.smtpdiag.session.tls.Handshake;
import dev.smtpdiag.session.tls.TlsClient;
import dev.smtpdiag.session.tls.TlsOffer;
import dev.smtpdiag.smtp.ReplyParser;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Event.Decision;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a port that sends no greeting whether it wants TLS first, on a second connection and without credentials. */
final class SilentPort {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Endpoint endpoint;

    SilentPort(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * What is wrong with the port, or null when it is merely slow.
     *
     * @param greeting by when the greeting is due
     */
    @Nullable
    Failure examine(Dialogue dialogue, Deadline greeting) {
        Recorder recorder = dialogue.recorder();
        recorder.record(stamp -> new Event.Decided(stamp, Decision.TRY_TLS_ON_SILENCE));
        Deadline limit = greeting.within(PATIENCE);
        try (Connection second = dialogue.environment()
                .connector()
                .open(endpoint, limit.remaining())
                .connection()) {
            Handshake handshake = new TlsClient(dialogue.environment().nanoClock())
                    .handshake(second, TlsOffer.of(dialogue.plan()), limit.remaining());
            return judge(handshake.result(), recorder);
        } catch (IOException e) {
            recorder.record(stamp -> new Event.Decided(stamp, Decision.SILENT_PORT_IS_SILENT));
            return null;
        }
    }

    private static @Nullable Failure judge(Handshake.Result result, Recorder recorder) {
        if (result instanceof Handshake.Failed failed && failed.plaintext().length > 0) {
            recorder.record(stamp -> new Event.UnexpectedBytes(stamp, Recorder.raw(failed.plaintext())));
            // A reply code means a slow SMTP server; anything else will never become one.
            return ReplyParser.codeOf(failed.plaintext()) > 0 ? null : Failure.MALFORMED;
        }
        boolean spokeTls = result instanceof Handshake.Established || result instanceof Handshake.Failed;
        recorder.record(stamp ->
                new Event.Decided(stamp, spokeTls ? Decision.SILENT_PORT_SPEAKS_TLS : Decision.SILENT_PORT_IS_SILENT));
        return spokeTls ? Failure.WRONG_TLS_MODE : null;
    }
}
