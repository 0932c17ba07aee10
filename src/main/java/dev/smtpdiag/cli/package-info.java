/**
 * Who asked: commands, options, streams and the environment.
 *
 * <p>The only package that may use standard streams, environment variables, files that a user names, and exit codes.
 */
@NullMarked
package dev.smtpdiag.cli;

import org.jspecify.annotations.NullMarked;
