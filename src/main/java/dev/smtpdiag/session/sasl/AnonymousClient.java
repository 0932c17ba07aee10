package dev.smtpdiag.session.sasl;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;

/** ANONYMOUS (RFC 4505): nothing is proved; the user name is left as a trace. */
final class AnonymousClient extends SimpleClient {

    private final String trace;
    private boolean said;

    AnonymousClient(String trace) {
        super("ANONYMOUS");
        this.trace = trace;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        if (said) {
            throw new SaslException("the server asks an anonymous client for more");
        }
        said = true;
        return trace.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isComplete() {
        return said;
    }
}
