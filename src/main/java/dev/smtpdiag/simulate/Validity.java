package dev.smtpdiag.simulate;

import java.time.Instant;

/** From when to when a certificate is valid (RFC 5280 4.1.2.5). */
record Validity(Instant from, Instant until) {}
