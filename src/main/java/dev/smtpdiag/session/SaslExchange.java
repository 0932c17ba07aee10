package dev.smtpdiag.session;

import dev.smtpdiag.session.sasl.Mechanisms;
import dev.smtpdiag.session.sasl.ServerUnprovenException;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Reply;
import java.util.Base64;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/** Our side of one login (RFC 4954 4): turns challenges into responses, and gives up where nothing is left to say. */
final class SaslExchange {

    /** RFC 5321 4.5.3.1.4, with CRLF. RFC 4954 4: a command that gets longer has no initial response. */
    private static final int LONGEST_COMMAND = 512;

    private final SaslClient client;
    private final byte @Nullable [] initial;
    /** The server has not got the initial response: we did not send it, or it overlooked it. */
    private boolean initialOwed;

    private boolean initialSent;
    private boolean cancelled;
    private boolean unproven;
    private int responses;

    private SaslExchange(SaslClient client, byte @Nullable [] initial) {
        this.client = client;
        this.initial = initial;
        this.initialOwed = initial != null;
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
        String encoded = initial.length == 0 ? "=" : Base64.getEncoder().encodeToString(initial);
        int length = "AUTH  \r\n".length() + client.getMechanismName().length() + encoded.length();
        initialSent = length <= LONGEST_COMMAND;
        return initialSent ? encoded : null;
    }

    /** Whether everything secret has been sent. */
    boolean hasSaidAll() {
        return client.isComplete();
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the server was to prove that it knows the password, and has not done so. */
    boolean isUnproven() {
        return unproven || Mechanisms.provesServer(client.getMechanismName()) && !client.isComplete();
    }

    /** Whether the proof of the server was seen to be wrong. */
    boolean isProofWrong() {
        return unproven;
    }

    Command respond(Reply challenge) {
        try {
            byte[] octets = Base64.getDecoder().decode(challenge.lines().get(0).strip());
            boolean mayBePrompt = client.getMechanismName().equals("LOGIN") && initialSent && !client.isComplete();
            boolean wantsInitial = initialOwed && octets.length == 0 && responses == 0 && !mayBePrompt;
            byte @Nullable [] response = initial;
            if (wantsInitial) {
                // Some servers overlook the initial response and ask for it; once is enough.
                initialOwed = false;
            } else {
                response = client.evaluateChallenge(octets);
            }
            responses++;
            return new Command.AuthResponse(
                    Base64.getEncoder().encodeToString(response == null ? new byte[0] : response));
        } catch (SaslException e) {
            boolean digestAnswered = client.getMechanismName().equals("DIGEST-MD5") && responses > 0;
            unproven = e instanceof ServerUnprovenException || digestAnswered;
            return cancel();
        } catch (RuntimeException e) {
            // Not base64, or more than the mechanism can take: libraries parse it without much care.
            return cancel();
        }
    }

    /** RFC 4954 4: a client that cannot go on says so with an asterisk. */
    Command cancel() {
        cancelled = true;
        return new Command.AuthResponse("*");
    }
}
