package dev.smtpdiag.plan;

import dev.smtpdiag.smtp.Secret;

/**
 * A login: who, and by what it is proved. What there is none of is empty.
 *
 * @param user as the server wants it
 * @param password masked wherever it could be printed
 * @param token an OAuth access token (RFC 6750 1.2), masked likewise
 */
public record Credentials(String user, Secret password, Secret token) {

    /** A login by password. */
    public Credentials(String user, Secret password) {
        this(user, password, Secret.of(""));
    }

    /** A login by something else than a secret of ours: a certificate, a ticket, or nothing. */
    public static Credentials without(String user) {
        return new Credentials(user, Secret.of(""));
    }

    public boolean hasPassword() {
        return !password.isEmpty();
    }

    public boolean hasToken() {
        return !token.isEmpty();
    }
}
