/**
 * What a server accepts in TLS: versions, cipher suites, groups, certificates and features, found by many short
 * connections and rated by the standards.
 *
 * <p>Independent of what the TLS library of this JVM allows. Must not know how connections are made, nor how the outcome
 * looks.
 */
@NullMarked
package dev.smtpdiag.scan;

import org.jspecify.annotations.NullMarked;
