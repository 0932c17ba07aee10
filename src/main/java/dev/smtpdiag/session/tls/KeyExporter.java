package dev.smtpdiag.session.tls;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;

/** The channel binding tls-exporter (RFC 9266): keying material of a TLS 1.3 session. Needs Java 25. */
public final class KeyExporter {

    private static final String LABEL = "EXPORTER-Channel-Binding";
    private static final int LENGTH = 32;

    private final SSLSession session;

    KeyExporter(SSLSession session) {
        this.session = session;
    }

    /** Nothing under TLS 1.2, where it is not always unique, and on a run-time that cannot tell. */
    public Optional<byte[]> channelBinding() {
        if (!session.getProtocol().equals("TLSv1.3")) {
            return Optional.empty();
        }
        try {
            // Not in the API of Java 17, for which this is compiled.
            Method export = ExtendedSSLSession.class.getMethod(
                    "exportKeyingMaterialData", String.class, byte[].class, int.class);
            return Optional.of((byte[]) export.invoke(session, LABEL, new byte[0], LENGTH));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }
}
