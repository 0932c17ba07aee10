package dev.smtpdiag.session.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** The server's end of TLS, without any socket: takes octets of the client, gives octets for it. */
public final class TlsServerEnd {

    private final SSLEngine engine;
    private final ByteArrayOutputStream outgoing = new ByteArrayOutputStream();
    private final ByteArrayOutputStream decrypted = new ByteArrayOutputStream();
    private ByteBuffer incoming = ByteBuffer.allocate(0);
    private boolean established;

    public TlsServerEnd(SSLContext context) {
        this(context.createSSLEngine());
    }

    TlsServerEnd(SSLEngine engine) {
        this.engine = engine;
        engine.setUseClientMode(false);
    }

    /** Takes what the client sent; returns what is to be sent in answer. */
    public byte[] receive(byte[] octets) {
        ByteBuffer joined = ByteBuffer.allocate(incoming.remaining() + octets.length);
        incoming = joined.put(incoming).put(octets).flip();
        try {
            advance();
        } catch (SSLException e) {
            flushAlert();
        }
        return take(outgoing);
    }

    public byte[] encrypt(byte[] plain) {
        try {
            ByteBuffer source = ByteBuffer.wrap(plain);
            while (source.hasRemaining()) {
                wrap(source);
            }
        } catch (SSLException e) {
            throw new AssertionError(e);
        }
        return take(outgoing);
    }

    /** An orderly end. */
    public byte[] closeNotify() {
        engine.closeOutbound();
        flushAlert();
        return take(outgoing);
    }

    public byte[] takeDecrypted() {
        return take(decrypted);
    }

    public boolean isEstablished() {
        return established;
    }

    private void advance() throws SSLException {
        boolean progress = true;
        while (progress) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                progress = note(wrap(ByteBuffer.allocate(0)));
            } else {
                ByteBuffer room = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
                SSLEngineResult result = engine.unwrap(incoming, room);
                decrypted.write(room.array(), 0, room.position());
                progress = note(result) && result.bytesConsumed() > 0;
            }
        }
    }

    private boolean note(SSLEngineResult result) {
        established |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
        return result.getStatus() == SSLEngineResult.Status.OK;
    }

    private SSLEngineResult wrap(ByteBuffer source) throws SSLException {
        ByteBuffer target = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(source, target);
        outgoing.write(target.array(), 0, target.position());
        return result;
    }

    private void flushAlert() {
        try {
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                wrap(ByteBuffer.allocate(0));
            }
        } catch (SSLException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] take(ByteArrayOutputStream from) {
        byte[] all = from.toByteArray();
        from.reset();
        return all;
    }
}
