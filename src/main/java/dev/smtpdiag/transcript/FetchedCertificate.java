package dev.smtpdiag.transcript;

/**
 * An attempt to fetch a certificate that a server left out (RFC 5280 4.2.2.1).
 *
 * @param address where from
 * @param subject its common name; empty when nothing usable came
 * @param failure why nothing came, or empty
 */
public record FetchedCertificate(String address, String subject, String failure) {}
