/**
 * Vocabulary and grammar of SMTP (RFC 5321, RFC 3463, RFC 2034): values and pure parsers.
 *
 * <p>Knows nothing of sockets, sessions or output. Whatever bytes a server sends, a parser of this package returns a
 * value for them and never throws.
 */
@NullMarked
package dev.smtpdiag.smtp;

import org.jspecify.annotations.NullMarked;
