package dev.smtpdiag.transcript;

import java.util.Locale;

/** How a step ended. */
public sealed interface StepResult {

    record Passed() implements StepResult {}

    record Failed(Failure failure) implements StepResult {}

    record Skipped(Reason reason) implements StepResult {}

    /** Why a step that the plan asked for was not taken. */
    enum Reason {
        /** STARTTLS, or a login, is used only if offered, and it is not. */
        NOT_OFFERED,
        /** The certificate is not valid, so nothing secret is sent. */
        CERTIFICATE_NOT_VALID,
        /** An earlier login that this step depends on did not happen. */
        NOT_LOGGED_IN;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static StepResult passed() {
        return new Passed();
    }

    static StepResult failed(Failure failure) {
        return new Failed(failure);
    }

    static StepResult skipped(Reason reason) {
        return new Skipped(reason);
    }

    default boolean isPassed() {
        return this instanceof Passed;
    }
}
