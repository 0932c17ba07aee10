package dev.smtpdiag.session.sasl;

import javax.security.sasl.SaslClient;

/** What all mechanisms of ours share: none has a security layer, which SMTP leaves to TLS. */
abstract class SimpleClient implements SaslClient {

    private final String mechanism;

    SimpleClient(String mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public final String getMechanismName() {
        return mechanism;
    }

    @Override
    public final boolean hasInitialResponse() {
        return true;
    }

    @Override
    public final byte[] unwrap(byte[] incoming, int offset, int len) {
        throw new IllegalStateException("no security layer");
    }

    @Override
    public final byte[] wrap(byte[] outgoing, int offset, int len) {
        throw new IllegalStateException("no security layer");
    }

    @Override
    public final Object getNegotiatedProperty(String propName) {
        throw new IllegalStateException("nothing is negotiated");
    }

    @Override
    public final void dispose() {
        // Holds nothing that the credentials do not hold anyway.
    }
}
