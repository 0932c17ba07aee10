package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.session.Connection;
import dev.smtpdiag.session.Door;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.transcript.CertificateFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** Performs handshakes of one version that may resume each other's session, to see whether a server lets them. */
public final class ResumingClient {

    private final SSLContext context;
    private final ChainCapture capture = new ChainCapture();
    private final String protocol;
    private final String host;
    private final int port;
    private final LongSupplier nanoClock;

    /**
     * What one handshake showed.
     *
     * @param chain as sent; of the first session where this one resumed it
     * @param resumed whether no chain was sent because an earlier session goes on
     * @param stapled whether an OCSP response came with the chain
     */
    public record Shown(List<CertificateFacts> chain, boolean resumed, boolean stapled) {}

    /**
     * @param protocol as JSSE names it, {@code TLSv1.3}
     */
    public ResumingClient(String protocol, String host, int port, LongSupplier nanoClock) {
        this.protocol = protocol;
        this.host = host;
        this.port = port;
        this.nanoClock = nanoClock;
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {capture}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS: " + e.getMessage(), e);
        }
    }

    /** One handshake and a QUIT; nothing when this JVM and the server did not come to terms. Closes the door. */
    @SuppressWarnings("ReferenceEquality") // a chain that was sent again is equal, too
    public Optional<Shown> handshake(Door door) {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        Target target = new Target(host, port, Optional.empty());
        TlsClient.apply(
                new TlsOffer(target, TlsWishes.DEFAULT.sni().toSend(target), List.of(), List.of(), Optional.empty()),
                engine);
        TlsConnection connection;
        List<X509Certificate> before = capture.chain();
        try {
            engine.setEnabledProtocols(new String[] {protocol});
            connection = new TlsConnection(door.connection(), engine, nanoClock);
        } catch (IllegalArgumentException e) {
            door.close();
            return Optional.empty();
        }
        try (connection) {
            if (!(connection.handshake(door.patience()) instanceof Handshake.Established)) {
                return Optional.empty();
            }
            boolean stapled = engine.getSession() instanceof ExtendedSSLSession session
                    && !session.getStatusResponses().isEmpty();
            if (!leave(connection, door)) {
                return Optional.empty();
            }
            return Optional.of(new Shown(CertificateJudge.facts(capture.chain()), capture.chain() == before, stapled));
        }
    }

    /**
     * Says QUIT and hears the answer: tickets of TLS 1.3 come before it, and so does a refusal for want of a client
     * certificate.
     *
     * @return whether the server took the handshake for complete
     */
    private static boolean leave(Connection connection, Door door) {
        try {
            connection.write((new Command.Quit().wire() + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var unused = connection.read(new byte[512], door.patience());
            return true;
        } catch (SSLException e) {
            return false;
        } catch (IOException e) {
            // Whoever leaves without a word has sent the tickets by then, or never will.
            return true;
        }
    }
}
