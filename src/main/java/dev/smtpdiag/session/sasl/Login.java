package dev.smtpdiag.session.sasl;

import dev.smtpdiag.plan.Credentials;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who logs in, and where.
 *
 * @param host the name of the server, as we asked for it
 * @param certificateShown whether the TLS handshake showed a certificate of ours
 * @param binding what ties the login to the TLS session, if there is one; asked for only when needed
 */
public record Login(
        Credentials credentials,
        String host,
        int port,
        boolean certificateShown,
        Supplier<Optional<ChannelBinding>> binding) {}
