/**
 * What happened: stamped, immutable events, and views on them.
 *
 * <p>The waist of the design: a session writes here through {@link dev.smtpdiag.transcript.Recorder}, everything else
 * only reads. Knows nothing of sockets, plans, meanings or output.
 */
@NullMarked
package dev.smtpdiag.transcript;

import org.jspecify.annotations.NullMarked;
