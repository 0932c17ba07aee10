/**
 * DNS: which addresses a host name has.
 *
 * <p>Reports what it finds as values; the session records them. Must not know the SMTP dialogue.
 */
@NullMarked
package dev.smtpdiag.discovery;

import org.jspecify.annotations.NullMarked;
