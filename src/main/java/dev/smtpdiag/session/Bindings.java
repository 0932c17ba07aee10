package dev.smtpdiag.session;

import dev.smtpdiag.session.sasl.ChannelBinding;
import dev.smtpdiag.session.tls.Handshake;
import dev.smtpdiag.session.tls.ServerEndPoint;
import java.util.Optional;

/** What can tie a login to a TLS session. */
final class Bindings {

    private Bindings() {}

    /** The exporter (RFC 9266) where the run-time has it, else the certificate of the server (RFC 5929 4). */
    static Optional<ChannelBinding> of(Handshake handshake) {
        return handshake
                .exporter()
                .channelBinding()
                .map(data -> new ChannelBinding("tls-exporter", data))
                .or(() -> handshake.chain().stream()
                        .findFirst()
                        .flatMap(ServerEndPoint::of)
                        .map(data -> new ChannelBinding("tls-server-end-point", data)));
    }
}
