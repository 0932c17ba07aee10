package dev.smtpdiag.kb;

/** Why a server refuses, in the same few words whatever code it sends. */
public enum Cause {
    AUTH_FAILED,
    AUTH_REQUIRED,
    TLS,
    RELAY_DENIED,
    /** The sender's address is not allowed, not verified, or its domain has no DNS. */
    SENDER_REFUSED,
    /** SPF, DKIM or DMARC. */
    SENDER_AUTH,
    RDNS_HELO,
    RECIPIENT_UNKNOWN,
    MAILBOX_DISABLED,
    MAILBOX_FULL,
    DOMAIN_DNS,
    NETWORK,
    RATE_LIMITED,
    GREYLISTED,
    /** Reputation of an address or a domain. */
    BLOCKLISTED,
    SPAM_CONTENT,
    /** Also an attachment of a forbidden kind. */
    VIRUS,
    /** Another rule of the server or the recipient. */
    POLICY,
    SIZE,
    /** Header, MIME or line ends. */
    CONTENT_INVALID,
    PROTOCOL,
    SYSTEM_TEMPORARY,
    /** The sending service knows the address from an earlier bounce or complaint. */
    SUPPRESSED
}
