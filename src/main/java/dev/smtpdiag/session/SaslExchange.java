package dev.smtpdiag.session;

import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Reply;
import java.util.Base64;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/** Our side of one login (RFC 4954 4): turns challenges into responses, and gives up where nothing is left to say. */
final class SaslExchange {

    private final SaslClient client;
    private final byte @Nullable [] initial;
    private boolean initialRepeated;
    private boolean cancelled;

    private SaslExchange(SaslClient client, byte @Nullable [] initial) {
        this.client = client;
        this.initial = initial;
    }

    /** With an initial response, where the mechanism has one: it saves a round trip. */
    static SaslExchange begin(SaslClient client) throws SaslException {
        return new SaslExchange(client, client.hasInitialResponse() ? client.evaluateChallenge(new byte[0]) : null);
    }

    static SaslExchange withoutInitialResponse(SaslClient client) {
        return new SaslExchange(client, null);
    }

    /** In base64, {@code =} for an empty one, null for none. */
    @Nullable
    String initialResponse() {
        if (initial == null) {
            return null;
        }
        return initial.length == 0 ? "=" : Base64.getEncoder().encodeToString(initial);
    }

    /** Whether everything secret has been sent. */
    boolean hasSaidAll() {
        return client.isComplete();
    }

    boolean isCancelled() {
        return cancelled;
    }

    Command respond(Reply challenge) {
        try {
            byte[] octets = Base64.getDecoder().decode(challenge.lines().get(0).strip());
            byte[] response;
            if (client.isComplete() && initial != null && octets.length == 0 && !initialRepeated) {
                // Some servers overlook the initial response and ask for it; once is enough.
                initialRepeated = true;
                response = initial;
            } else {
                response = client.evaluateChallenge(octets);
            }
            return new Command.AuthResponse(
                    Base64.getEncoder().encodeToString(response == null ? new byte[0] : response));
        } catch (IllegalArgumentException | IllegalStateException | SaslException e) {
            return cancel();
        }
    }

    /** RFC 4954 4: a client that cannot go on says so with an asterisk. */
    Command cancel() {
        cancelled = true;
        return new Command.AuthResponse("*");
    }
}
