/**
 * SASL mechanisms for AUTH (RFC 4954): through {@code javax.security.sasl} where the JVM has them, as small clients of
 * our own where no library does.
 *
 * <p>Must not know connections or transcripts.
 */
@NullMarked
package dev.smtpdiag.session.sasl;

import org.jspecify.annotations.NullMarked;
