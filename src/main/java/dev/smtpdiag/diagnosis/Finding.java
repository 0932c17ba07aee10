package dev.smtpdiag.diagnosis;

import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.Map;

/**
 * What a rule found.
 *
 * @param id names the words of the knowledge base, {@code auth.rejected}
 * @param severity how bad
 * @param confidence how sure
 * @param stage the step at which it shows
 * @param evidence line numbers of the transcript, in order
 * @param arguments for the words, by name; never a secret
 */
public record Finding(
        String id,
        Severity severity,
        Confidence confidence,
        Stage stage,
        List<Integer> evidence,
        Map<String, String> arguments)
        implements Outcome {

    public Finding {
        evidence = List.copyOf(evidence);
        arguments = Map.copyOf(arguments);
    }
}
