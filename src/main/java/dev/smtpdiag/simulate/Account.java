package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;

/** A login that the simulated server accepts. */
record Account(String user, Secret password) {

    boolean accepts(String givenUser, Secret givenPassword) {
        return user.equals(givenUser) && password.reveal().equals(givenPassword.reveal());
    }
}
