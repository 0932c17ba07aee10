package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.ClientCertificate;
import dev.smtpdiag.session.Connection;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** Starts TLS on connections. */
public final class TlsClient {

    private final LongSupplier nanoClock;

    public TlsClient(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Performs a handshake.
     *
     * @param below the connection, at a point where the server expects a ClientHello
     * @param host name to ask for (RFC 6066 3, SNI), unless it is an address
     * @param timeout for the whole handshake
     */
    public Handshake handshake(Connection below, String host, int port, Duration timeout) {
        return handshake(below, host, port, timeout, Optional.empty());
    }

    /**
     * Performs a handshake and shows who we are when the server asks.
     *
     * @param certificate what to show
     */
    public Handshake handshake(
            Connection below, String host, int port, Duration timeout, Optional<ClientCertificate> certificate) {
        ChainCapture capture = new ChainCapture();
        ClientKeys keys = new ClientKeys(certificate);
        SSLEngine engine = engine(capture, keys, host, port);
        TlsConnection connection = new TlsConnection(below, engine, nanoClock);
        Handshake.Result result = connection.handshake(timeout);
        return new Handshake(result, capture.chain(), connection, keys.request(), new KeyExporter(engine.getSession()));
    }

    /** Loads what a handshake needs; called early, beside the first network waits, because it takes a while. */
    public static void warmUp() {
        try {
            SSLEngine engine = engine(new ChainCapture(), new ClientKeys(Optional.empty()), "example.com", 587);
            engine.beginHandshake();
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            // The real handshake will meet the same trouble and record it.
        }
    }

    private static SSLEngine engine(ChainCapture capture, ClientKeys keys, String host, int port) {
        try {
            // A context for each handshake: no session of an earlier one is resumed, so the chain is always sent.
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[] {capture}, null);
            SSLEngine engine = context.createSSLEngine(host, port);
            engine.setUseClientMode(true);
            askFor(host, engine);
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS: " + e.getMessage(), e);
        }
    }

    /** Names the host (RFC 6066 3) also where it has no dot, which the library would leave out. */
    private static void askFor(String host, SSLEngine engine) {
        boolean literal = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        if (literal || host.indexOf('.') >= 0) {
            return;
        }
        try {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            engine.setSSLParameters(parameters);
        } catch (IllegalArgumentException e) {
            // Not a name that may be sent: the server has to do without.
        }
    }
}
