package dev.smtpdiag.transcript;

import java.util.Locale;

/**
 * What one trust store makes of a chain.
 *
 * @param kind whose store it is
 * @param place where it is kept
 * @param size how many authorities it has
 * @param authority common name of the authority that the chain leads to there; empty when it leads to none
 */
public record TrustView(Kind kind, String place, int size, String authority) {

    /** Whose trust store. */
    public enum Kind {
        /** That of the Java that runs us, by default. */
        JVM,
        /** The same, where a system property names it. */
        JVM_PROPERTY,
        /** That of the operating system. */
        SYSTEM,
        /** What the user named. */
        CACERT;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean trusts() {
        return !authority.isEmpty();
    }
}
