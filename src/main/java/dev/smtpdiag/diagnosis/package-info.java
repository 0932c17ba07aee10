/**
 * What a transcript means: one rule, one file.
 *
 * <p>Pure and deterministic: no clock, no I/O, no output, and no sentences; the words for a finding are in the knowledge
 * base under its id. Must not know how a session came about or how a report looks.
 */
@NullMarked
package dev.smtpdiag.diagnosis;

import org.jspecify.annotations.NullMarked;
