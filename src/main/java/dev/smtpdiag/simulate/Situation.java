package dev.smtpdiag.simulate;

import org.jspecify.annotations.Nullable;

/**
 * Where a session stands, as far as blocks can ask.
 *
 * @param sender the parameter of the MAIL that was accepted; null outside of a transaction (RFC 5321 3.3)
 * @param recipient whether a recipient was accepted
 */
record Situation(
        boolean encrypted, boolean loggedIn, @Nullable String sender, boolean recipient) {

    /** A session that has just begun. */
    static final Situation NEW = new Situation(false, false, null, false);
}
