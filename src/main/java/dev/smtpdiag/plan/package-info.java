/**
 * What we intend: target, TLS mode, steps, timeouts, credentials and envelope of a probe.
 *
 * <p>Values and pure functions only. Knows nothing of how a session carries a plan out.
 */
@NullMarked
package dev.smtpdiag.plan;

import org.jspecify.annotations.NullMarked;
