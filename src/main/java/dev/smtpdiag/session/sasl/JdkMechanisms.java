package dev.smtpdiag.session.sasl;

import dev.smtpdiag.plan.Credentials;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.RealmChoiceCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/** The mechanisms that come with Java: PLAIN, CRAM-MD5, DIGEST-MD5, EXTERNAL, NTLM, and GSSAPI. */
final class JdkMechanisms {

    private JdkMechanisms() {}

    /**
     * @throws SaslException when this run-time does not have it
     */
    static SaslClient client(String mechanism, Credentials credentials, String host) throws SaslException {
        // Only EXTERNAL has nothing but this to name the user by; elsewhere it would ask to act as another one.
        @Nullable
        String actAs = mechanism.equals("EXTERNAL") && !credentials.user().isEmpty() ? credentials.user() : null;
        SaslClient client = Sasl.createSaslClient(
                new String[] {mechanism},
                actAs,
                "smtp",
                host,
                Map.of(Sasl.QOP, "auth"),
                callbacks -> answer(callbacks, mechanism, credentials));
        if (client == null) {
            throw new SaslException("this Java runtime has no mechanism " + mechanism);
        }
        return client;
    }

    private static void answer(Callback[] callbacks, String mechanism, Credentials credentials) {
        String user = credentials.user();
        int domain = mechanism.equals("NTLM") ? user.indexOf('\\') : -1;
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(user.substring(domain + 1));
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(credentials.password().reveal().toCharArray());
            } else if (callback instanceof RealmCallback realm) {
                String usual = realm.getDefaultText();
                realm.setText(domain >= 0 ? user.substring(0, domain) : usual == null ? "" : usual);
            } else if (callback instanceof RealmChoiceCallback realms) {
                realms.setSelectedIndex(realms.getDefaultChoice());
            }
        }
    }
}
