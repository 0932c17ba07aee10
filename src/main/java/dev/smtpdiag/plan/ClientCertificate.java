package dev.smtpdiag.plan;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a client shows in a TLS handshake (RFC 8446 4.4.2) and proves to own.
 *
 * @param key never printed
 * @param chain the client's own certificate first
 */
public record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {

    public ClientCertificate {
        chain = List.copyOf(chain);
    }

    /** Without the key: some kinds print themselves. */
    @Override
    public String toString() {
        return "ClientCertificate[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
