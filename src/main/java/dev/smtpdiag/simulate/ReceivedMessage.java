package dev.smtpdiag.simulate;

import java.time.Instant;
import java.util.List;

/**
 * A message that a simulated server took.
 *
 * @param session in which it came
 * @param from the reverse-path, empty for the null one
 * @param to the forward-paths that were accepted
 * @param content as it was sent, with the dots taken out that transparency put in (RFC 5321 4.5.2)
 */
public record ReceivedMessage(int session, Instant at, String from, List<String> to, byte[] content) {

    public ReceivedMessage {
        to = List.copyOf(to);
    }
}
