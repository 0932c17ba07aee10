/**
 * The first messages of a TLS handshake on the wire, SSLv3 to TLS 1.3 (RFC 6101, RFC 5246, RFC 8446): what a client says
 * first, and what a server answers in clear.
 *
 * <p>Pure: knows nothing of sockets, of the TLS library, or of what a value means for security. Whatever bytes a server
 * sends, a reader of this package returns a value for them and never throws.
 */
@NullMarked
package dev.smtpdiag.scan.hello;

import org.jspecify.annotations.NullMarked;
