/**
 * What to say: facts and words about reply codes, enhanced status codes and findings, in each language, and the way from
 * a pasted text to a topic.
 *
 * <p>Knows nothing of terminals, sessions or reports. Every item is a resource that is addressed by its name and read
 * alone; nothing is scanned. The format is described in {@code docs/knowledge-base.md}.
 */
@NullMarked
package dev.smtpdiag.kb;

import org.jspecify.annotations.NullMarked;
