/**
 * A scripted SMTP server that misbehaves on demand: for {@code smtpdiag demo}, for {@code smtpdiag simulate}, and for
 * every test that needs sockets. One engine, one scenario format (docs/scenarios.md).
 *
 * <p>Must not know the client, its plan or its diagnosis: a scenario only says in words what they are expected to find.
 */
@NullMarked
package dev.smtpdiag.simulate;

import org.jspecify.annotations.NullMarked;
