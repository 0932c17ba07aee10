package dev.smtpdiag.session.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Keeps the chain that a server sends and accepts it, whatever it is: a handshake that ends at a bad certificate would
 * hide the rest of the session. {@link CertificateJudge} decides later whether anything secret may follow.
 */
final class ChainCapture extends X509ExtendedTrustManager {

    private List<X509Certificate> chain = List.of();

    /** The chain as sent, the server's own certificate first; empty before the server has sent one. */
    List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType) {
        chain = List.of(sent);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException("we are never a TLS server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket) {
        throw new UnsupportedOperationException("we are never a TLS server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) {
        throw new UnsupportedOperationException("we are never a TLS server here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
