package dev.smtpdiag.plan;

import java.util.List;
import java.util.Optional;

/**
 * Reverse-path and forward-paths (RFC 5321 3.3), checked to hold nothing that could end a command line.
 *
 * @param from the reverse-path, empty for the null one; absent when MAIL is not asked for
 * @param to the forward-paths
 */
public record Envelope(Optional<String> from, List<String> to) {

    public static final Envelope NONE = new Envelope(Optional.empty(), List.of());

    public Envelope {
        to = List.copyOf(to);
        from.ifPresent(path -> check(path, true));
        to.forEach(path -> check(path, false));
    }

    /** Whether MAIL is asked for; recipients without a sender use the null reverse-path. */
    public boolean asksForMail() {
        return from.isPresent() || !to.isEmpty();
    }

    private static void check(String path, boolean mayBeEmpty) {
        if (path.isEmpty() && !mayBeEmpty) {
            throw new InvalidInputException("recipient.empty");
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c == 0x7f || c == '<' || c == '>') {
                throw new InvalidInputException("address.character", i + 1);
            }
        }
        if (!path.isEmpty() && path.indexOf(' ') >= 0 && path.indexOf('"') < 0) {
            throw new InvalidInputException("address.space", path);
        }
    }
}
