package dev.smtpdiag.smtp;

import java.util.Locale;

/** What a SASL mechanism needs of the client, and the client may not have. */
public enum MechanismNeed {
    PASSWORD,
    /** An OAuth access token (RFC 6750). */
    TOKEN,
    /** A client certificate in the TLS handshake (RFC 4422 A). */
    CERTIFICATE,
    /** A Kerberos ticket (RFC 4752). */
    TICKET,
    /** Data that ties the login to the TLS session (RFC 5056). */
    CHANNEL_BINDING,
    /** A client that knows the mechanism: this one does not. */
    SUPPORT,
    /** To be asked for by its name, because nobody wants it by chance. */
    NAME;

    /** The name in reports, {@code channel-binding}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
