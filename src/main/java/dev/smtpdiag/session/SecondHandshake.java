package dev.smtpdiag.session;

import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.session.tls.Handshake;
import dev.smtpdiag.session.tls.TlsClient;
import dev.smtpdiag.session.tls.TlsOffer;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;

/** Goes up to the handshake on a second connection, to see what the server shows to another ClientHello. */
final class SecondHandshake {

    private final Dialogue dialogue;
    private final Endpoint endpoint;
    private final String name;

    /**
     * @param name what we call ourselves in EHLO
     */
    SecondHandshake(Dialogue dialogue, Endpoint endpoint, String name) {
        this.dialogue = dialogue;
        this.endpoint = endpoint;
        this.name = name;
    }

    /**
     * The chain that the server shows to this offer.
     *
     * @throws IOException when it shows none, with the reason
     */
    List<X509Certificate> chain(TlsOffer offer, Deadline limit) throws IOException {
        Environment environment = dialogue.environment();
        try (Connection second =
                environment.connector().open(endpoint, limit.remaining()).connection()) {
            if (dialogue.plan().tlsMode() != TlsMode.IMPLICIT) {
                askForTls(second, limit);
            }
            Handshake handshake = new TlsClient(environment.nanoClock()).handshake(second, offer, limit.remaining());
            if (handshake.result() instanceof Handshake.Failed failed
                    && handshake.chain().isEmpty()) {
                throw new IOException(failed.detail());
            }
            if (handshake.chain().isEmpty()) {
                throw new IOException("no certificate came");
            }
            return handshake.chain();
        }
    }

    private void askForTls(Connection second, Deadline limit) throws IOException {
        ReplyReader reader = new ReplyReader(second);
        expect(reader, 220, limit);
        second.write(wire(new Command.Ehlo(name)));
        expect(reader, 250, limit);
        second.write(wire(new Command.StartTls()));
        expect(reader, 220, limit);
    }

    private static byte[] wire(Command command) {
        return (command.wire() + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void expect(ReplyReader reader, int code, Deadline limit) throws IOException {
        boolean expected = reader.read(limit) instanceof ReplyReader.Output output
                && output.output() instanceof Reply reply
                && reply.is(code);
        if (!expected) {
            throw new IOException("the server did not get as far as TLS this time");
        }
    }
}
