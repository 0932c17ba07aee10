package dev.smtpdiag.session.sasl;

/**
 * What ties a login to the TLS session under it (RFC 5056), so that nobody between can pass it on.
 *
 * @param type as registered, {@code tls-exporter} (RFC 9266) or {@code tls-server-end-point} (RFC 5929 4)
 */
public record ChannelBinding(String type, byte[] data) {}
