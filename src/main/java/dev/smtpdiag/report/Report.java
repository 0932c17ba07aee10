package dev.smtpdiag.report;

import dev.smtpdiag.diagnosis.Diagnosis;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.transcript.Transcript;
import java.time.Instant;

/**
 * What became of one target.
 *
 * @param startedAt when, by our clock
 * @param plan what was asked for
 * @param transcript what happened
 * @param diagnosis what it means
 * @param exit how it ended, for scripts
 */
public record Report(Instant startedAt, Plan plan, Transcript transcript, Diagnosis diagnosis, Exit exit) {

    /** Diagnoses a transcript and decides the exit code. */
    public static Report of(Instant startedAt, Plan plan, Transcript transcript) {
        Diagnosis diagnosis = Diagnosis.of(plan, transcript, startedAt);
        return new Report(startedAt, plan, transcript, diagnosis, ExitDecision.of(transcript, diagnosis));
    }
}
