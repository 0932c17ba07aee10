package dev.smtpdiag.transcript;

import java.util.Locale;

/**
 * One reason why a chain is not valid for us.
 *
 * @param kind what is wrong
 * @param position of the certificate in the chain as sent, the server's own being 0
 * @param detail what the check said, for the record
 */
public record CertificateProblem(Kind kind, int position, String detail) {

    /** Faults in the order in which they decide, the first being the strongest. */
    public enum Kind {
        EXPIRED,
        NOT_YET_VALID,
        NAME_MISMATCH,
        REVOKED,
        WRONG_PIN,
        SELF_SIGNED,
        MISSING_INTERMEDIATE,
        UNKNOWN_ISSUER,
        TOO_WEAK,
        WRONG_USAGE,
        INVALID,
        /** From here on: worth knowing, while the chain is valid all the same. */
        EXPIRES_SOON,
        WRONG_ORDER,
        UNRELATED,
        LONG_LIVED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isAboutTime() {
            return this == EXPIRED || this == NOT_YET_VALID || this == EXPIRES_SOON;
        }

        /** Whether it leaves the chain as unbelievable as an unknown authority does. */
        public boolean isAboutTrust() {
            return this == SELF_SIGNED || this == MISSING_INTERMEDIATE || this == UNKNOWN_ISSUER || this == INVALID;
        }
    }
}
