package dev.smtpdiag.plan;

import dev.smtpdiag.smtp.Secret;

/**
 * A login.
 *
 * @param user as the server wants it
 * @param password masked wherever it could be printed
 */
public record Credentials(String user, Secret password) {}
