package dev.smtpdiag.plan;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whose certificates we believe.
 *
 * @param insecure whether a chain that is not valid is only reported
 * @param additional authorities beside those of the JVM
 */
public record Trust(boolean insecure, List<X509Certificate> additional) {

    public static final Trust DEFAULT = new Trust(false, List.of());

    public Trust {
        additional = List.copyOf(additional);
    }
}
