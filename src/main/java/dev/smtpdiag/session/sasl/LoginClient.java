package dev.smtpdiag.session.sasl;

import dev.smtpdiag.plan.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.security.sasl.SaslException;

/**
 * The LOGIN mechanism (draft-murchison-sasl-login): user name and password, each in answer to a prompt. Prompts differ
 * between servers, so that only what is clear from them is used, and otherwise their order.
 */
final class LoginClient extends SimpleClient {

    private final Credentials credentials;
    private boolean userSent;
    private boolean passwordSent;

    LoginClient(Credentials credentials) {
        super("LOGIN");
        this.credentials = credentials;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        String prompt = new String(challenge, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean asksForUser = prompt.startsWith("user");
        if (!userSent || asksForUser && !passwordSent) {
            userSent = true;
            return credentials.user().getBytes(StandardCharsets.UTF_8);
        }
        if (!passwordSent) {
            passwordSent = true;
            return credentials.password().octets();
        }
        throw new SaslException("the server asks for more than a user name and a password");
    }

    @Override
    public boolean isComplete() {
        return passwordSent;
    }
}
