package dev.smtpdiag.session.sasl;

import javax.security.sasl.SaslException;

/** The server was to prove that it knows our password, too, and did not (RFC 5802 3). */
public final class ServerUnprovenException extends SaslException {

    private static final long serialVersionUID = 1L;

    ServerUnprovenException() {
        super("the proof of the server is wrong");
    }
}
