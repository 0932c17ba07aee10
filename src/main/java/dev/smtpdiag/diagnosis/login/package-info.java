/**
 * What can be known about a login without sending it: slips in user name and password, and what an access token says of
 * itself.
 *
 * <p>Pure. Part of the diagnosis, not of the plan: whether a password is odd depends on the provider, which the plan must
 * not know, and an odd login is sent all the same, because only the server can judge it. Nothing here keeps, shows or
 * returns a secret or a part of it, only its length and its class.
 */
@NullMarked
package dev.smtpdiag.diagnosis.login;

import org.jspecify.annotations.NullMarked;
