package dev.smtpdiag.transcript;

import java.util.Locale;

/** The steps of a walk, by the names that scripts see. */
public enum Stage {
    RESOLVE,
    CONNECT,
    TLS,
    GREETING,
    EHLO,
    STARTTLS,
    EHLO_TLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    QUIT;

    /** The name in JSON and messages, {@code ehlo-tls}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
