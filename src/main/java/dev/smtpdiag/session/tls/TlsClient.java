package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.Target;
import dev.smtpdiag.session.Connection;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
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
     * @param offer what the ClientHello asks for
     * @param timeout for the whole handshake
     */
    public Handshake handshake(Connection below, TlsOffer offer, Duration timeout) {
        ChainCapture capture = new ChainCapture();
        ClientKeys keys = new ClientKeys(offer.certificate());
        SSLEngine engine = engine(capture, keys, offer);
        TlsConnection connection = new TlsConnection(below, engine, nanoClock);
        Handshake.Result result = connection.handshake(timeout);
        return new Handshake(
                result,
                capture.chain(),
                stapled(result, engine),
                connection,
                keys.request(),
                new KeyExporter(engine.getSession()));
    }

    private static List<byte[]> stapled(Handshake.Result result, SSLEngine engine) {
        return result instanceof Handshake.Established && engine.getSession() instanceof ExtendedSSLSession session
                ? session.getStatusResponses()
                : List.of();
    }

    /** Loads what a handshake needs; called early, beside the first network waits, because it takes a while. */
    public static void warmUp() {
        try {
            Target target = new Target("example.com", 587, Optional.empty());
            TlsOffer offer = new TlsOffer(target, Optional.of(target.host()), List.of(), List.of(), Optional.empty());
            SSLEngine engine = engine(new ChainCapture(), new ClientKeys(Optional.empty()), offer);
            engine.beginHandshake();
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            // The real handshake will meet the same trouble and record it.
        }
    }

    private static SSLEngine engine(ChainCapture capture, ClientKeys keys, TlsOffer offer) {
        try {
            // A context for each handshake: no session of an earlier one is resumed, so the chain is always sent.
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[] {capture}, null);
            SSLEngine engine = context.createSSLEngine(
                    offer.target().host(), offer.target().port());
            engine.setUseClientMode(true);
            apply(offer, engine);
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS: " + e.getMessage(), e);
        }
    }

    /** Puts into the hello what the offer asks for, as far as the library would not do it by itself. */
    static void apply(TlsOffer offer, SSLEngine engine) {
        boolean asTheLibrary = !offer.target().isLiteralAddress()
                && offer.target().host().indexOf('.') >= 0
                && offer.serverName().equals(Optional.of(offer.target().host()));
        if (asTheLibrary && offer.protocols().isEmpty() && offer.cipherSuites().isEmpty()) {
            return;
        }
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setServerNames(names(offer));
        if (!offer.protocols().isEmpty()) {
            parameters.setProtocols(offer.protocols().toArray(new String[0]));
        }
        if (!offer.cipherSuites().isEmpty()) {
            parameters.setCipherSuites(offer.cipherSuites().toArray(new String[0]));
        }
        engine.setSSLParameters(parameters);
    }

    private static List<SNIServerName> names(TlsOffer offer) {
        try {
            return offer.serverName()
                    .<List<SNIServerName>>map(name -> List.of(new SNIHostName(name)))
                    .orElse(List.of());
        } catch (IllegalArgumentException e) {
            return List.of(); // not a name that may be sent: the server has to do without
        }
    }
}
