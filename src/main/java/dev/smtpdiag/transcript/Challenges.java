package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.Challenge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A view on what the server asked during the logins of a transcript. */
public final class Challenges {

    private final Map<Integer, Challenge> byLine = new LinkedHashMap<>();

    private Challenges() {}

    /** Those among events, which are in order. */
    public static Challenges in(List<Event> events) {
        Challenges found = new Challenges();
        String mechanism = "";
        for (Event event : events) {
            if (event instanceof Event.CommandSent sent && sent.display().startsWith("AUTH ")) {
                mechanism = sent.display().split(" ", 3)[1].toUpperCase(Locale.ROOT);
            } else if (event instanceof Event.ReplyReceived received
                    && received.reply().is(334)
                    && event.stamp().stage() == Stage.AUTH) {
                String text = received.reply().lines().get(0);
                Challenge.read(mechanism, text)
                        .ifPresent(challenge -> found.byLine.put(event.stamp().line(), challenge));
            }
        }
        return found;
    }

    /** The challenge in a reply, if it holds one that says anything. */
    public Optional<Challenge> at(Event.ReplyReceived reply) {
        return Optional.ofNullable(byLine.get(reply.stamp().line()));
    }

    /** The last of this kind. */
    public Optional<Challenge> last(Challenge.Kind kind) {
        return lineOf(kind).map(line -> Optional.ofNullable(byLine.get(line)).orElseThrow());
    }

    /** The line at which the last of this kind stands. */
    public Optional<Integer> lineOf(Challenge.Kind kind) {
        return byLine.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .reduce((earlier, later) -> later);
    }
}
