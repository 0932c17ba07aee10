package dev.smtpdiag.report;

import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.Optional;

/**
 * How a probe ended, for scripts.
 *
 * @param code the exit code
 * @param stage the step that decided it; when nothing failed, the last one before QUIT; none when no step was taken
 */
public record Exit(ExitCode code, Optional<Stage> stage) {

    public static final Exit OK = new Exit(ExitCode.OK, Optional.empty());

    /** The most severe of several, the first of those that are equally severe. */
    public static Exit mostSevere(List<Exit> exits) {
        Exit worst = exits.isEmpty() ? OK : exits.get(0);
        for (Exit exit : exits) {
            if (exit.code().weight() > worst.code().weight()) {
                worst = exit;
            }
        }
        return worst;
    }
}
