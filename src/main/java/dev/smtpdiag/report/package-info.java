/**
 * What we hand over: a report of each target, and the exit code.
 *
 * <p>The only thing that renderers see. Must not know how it will look.
 */
@NullMarked
package dev.smtpdiag.report;

import org.jspecify.annotations.NullMarked;
