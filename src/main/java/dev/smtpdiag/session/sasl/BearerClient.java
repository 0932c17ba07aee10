package dev.smtpdiag.session.sasl;

import dev.smtpdiag.plan.Credentials;
import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;

/**
 * An OAuth token in place of a password: OAUTHBEARER (RFC 7628 3.1), and XOAUTH2, from which it was made. When the server
 * refuses it, it says why in a challenge, which is answered with what means "I have read it" (RFC 7628 3.2.3).
 */
final class BearerClient extends SimpleClient {

    private static final String SEPARATOR = "\1";

    private final String message;
    private final String acknowledgement;
    private boolean said;
    private boolean acknowledged;

    private BearerClient(String mechanism, String message, String acknowledgement) {
        super(mechanism);
        this.message = message;
        this.acknowledgement = acknowledgement;
    }

    static BearerClient xoauth2(Credentials credentials) {
        String message = "user=" + credentials.user() + SEPARATOR + "auth=Bearer "
                + credentials.token().reveal() + SEPARATOR + SEPARATOR;
        return new BearerClient("XOAUTH2", message, "");
    }

    static BearerClient oauthBearer(Credentials credentials, String host, int port) {
        String user = credentials.user().replace("=", "=3D").replace(",", "=2C");
        String message = "n," + (user.isEmpty() ? "" : "a=" + user) + "," + SEPARATOR + "host=" + host + SEPARATOR
                + "port=" + port + SEPARATOR + "auth=Bearer "
                + credentials.token().reveal() + SEPARATOR + SEPARATOR;
        return new BearerClient("OAUTHBEARER", message, SEPARATOR);
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        if (!said) {
            said = true;
            return message.getBytes(StandardCharsets.UTF_8);
        }
        if (acknowledged) {
            throw new SaslException("the server asks for more than a token");
        }
        acknowledged = true;
        return acknowledgement.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean isComplete() {
        return said;
    }
}
