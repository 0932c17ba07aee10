/**
 * How a report or an article looks: text, JSON, and the words of the user interface.
 *
 * <p>Sees finished reports and articles only; must not know sessions or discovery. Everything that came from a server is
 * neutralised here before it can reach a terminal.
 */
@NullMarked
package dev.smtpdiag.render;

import org.jspecify.annotations.NullMarked;
