package dev.smtpdiag.session.tls;

import dev.smtpdiag.session.Connection;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
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
        ChainCapture capture = new ChainCapture();
        SSLEngine engine = engine(capture, host, port);
        TlsConnection connection = new TlsConnection(below, engine, nanoClock);
        Handshake.Result result = connection.handshake(timeout);
        return new Handshake(result, capture.chain(), connection);
    }

    /** Loads what a handshake needs; called early, beside the first network waits, because it takes a while. */
    public static void warmUp() {
        try {
            SSLEngine engine = engine(new ChainCapture(), "example.com", 587);
            engine.beginHandshake();
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            // The real handshake will meet the same trouble and record it.
        }
    }

    private static SSLEngine engine(ChainCapture capture, String host, int port) {
        try {
            // A context for each handshake: no session of an earlier one is resumed, so the chain is always sent.
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {capture}, null);
            SSLEngine engine = context.createSSLEngine(host, port);
            engine.setUseClientMode(true);
            askFor(host, engine);
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS: " + e.getMessage(), e);
        }
    }

    /** Names the host (RFC 6066 3) also where it has no dot, which the library would leave out. */
    static void askFor(String host, SSLEngine engine) {
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
