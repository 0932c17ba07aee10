package dev.smtpdiag.render;

import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.ProviderMatch;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found in an input.
 *
 * @param input as it was given; {@code -} for standard input
 * @param match what it is about
 * @param provider what is known of a message without a code
 * @param known whether there is an answer
 * @param brief whether one line is enough, because there are many of its kind
 */
public record Explained(
        String input, InputMatch match, @Nullable ProviderMatch provider, boolean known, boolean brief) {

    /** What it is called in a title. */
    String name() {
        if (match instanceof Codes codes) {
            return codes.names();
        }
        if (match instanceof Announced announced) {
            return announced.topic().name();
        }
        if (match instanceof Mechanism mechanism) {
            return mechanism.topic().name();
        }
        if (match instanceof Port port) {
            return Integer.toString(port.number());
        }
        return provider == null ? "" : provider.row().provider();
    }
}
