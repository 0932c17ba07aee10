package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;

/** A login that the simulated server accepts; {@code *} stands for any user, and for any password. */
record Account(String user, Secret password) {

    boolean accepts(String givenUser, Secret givenPassword) {
        return accepts(user, givenUser) && accepts(password.reveal(), givenPassword.reveal());
    }

    private static boolean accepts(String known, String given) {
        return known.equals("*") || known.equals(given);
    }
}
