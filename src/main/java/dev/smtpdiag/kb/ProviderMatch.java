package dev.smtpdiag.kb;

/**
 * A reply that is known from a provider or product.
 *
 * @param matched the part of the reply that says so, as it was written
 */
public record ProviderMatch(ProviderReply row, String matched) {}
