/**
 * Carries a plan out: sockets, the dialogue, and a transcript of all that happened.
 *
 * <p>Network trouble and strange servers are recorded as events; nothing is thrown past {@link
 * dev.smtpdiag.session.Session}. Must not know what the events mean to a person.
 */
@NullMarked
package dev.smtpdiag.session;

import org.jspecify.annotations.NullMarked;
