/**
 * TLS over a connection, and the judgement of certificates.
 *
 * <p>The handshake accepts every chain, so that all of it is seen; whether it is valid is judged afterwards. Must not
 * know the SMTP dialogue.
 */
@NullMarked
package dev.smtpdiag.session.tls;

import org.jspecify.annotations.NullMarked;
