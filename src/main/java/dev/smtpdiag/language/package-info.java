/**
 * The reader's language: which one it is, what stands in where it has no text, and the words of the user interface in it.
 * Longer texts are in the knowledge base.
 */
@NullMarked
package dev.smtpdiag.language;

import org.jspecify.annotations.NullMarked;
