package dev.smtpdiag.session;

import dev.smtpdiag.transcript.StepResult;

/** One step of a walk. */
interface Phase {

    /** Takes the step; everything that happens is recorded by the dialogue. */
    StepResult run(Dialogue dialogue);
}
