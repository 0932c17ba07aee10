package dev.smtpdiag.session.sasl;

import dev.smtpdiag.plan.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** The mechanisms that we can use, in the order in which we prefer them. */
public final class Mechanisms {

    /** PLAIN first: it needs one round trip, LOGIN two, and both say the same. */
    private static final List<String> PREFERRED = List.of("PLAIN", "LOGIN");

    private Mechanisms() {}

    /** The best mechanism that the server offers and we can use. */
    public static Optional<String> choose(Set<String> offered) {
        return PREFERRED.stream().filter(offered::contains).findFirst();
    }

    /** A client for one login. */
    public static SaslClient client(String mechanism, String host, Credentials credentials) throws SaslException {
        if (mechanism.equals("LOGIN")) {
            return new LoginClient(credentials);
        }
        SaslClient client = Sasl.createSaslClient(
                new String[] {mechanism}, null, "smtp", host, Map.of(), callbacks -> answer(callbacks, credentials));
        if (client == null) {
            throw new SaslException("this Java runtime has no mechanism " + mechanism);
        }
        return client;
    }

    private static void answer(Callback[] callbacks, Credentials credentials) {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(credentials.user());
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(credentials.password().reveal().toCharArray());
            }
        }
    }
}
