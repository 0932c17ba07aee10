package dev.smtpdiag.session;

import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.sasl.Mechanisms;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/** Logs in, once (RFC 4954 4): every further attempt with a wrong password brings a lock-out nearer. */
final class AuthPhase implements Phase {

    /** No mechanism of ours needs more; a server that asks on and on is stopped. */
    private static final int MAX_CHALLENGES = 5;

    @Override
    public StepResult run(Dialogue dialogue) {
        Plan plan = dialogue.plan();
        if (dialogue.isSecure() && !dialogue.certificateAccepted()) {
            return StepResult.skipped(StepResult.Reason.CERTIFICATE_NOT_VALID);
        }
        if (!dialogue.isSecure() && !plan.allowPlaintextAuth()) {
            return StepResult.failed(Failure.NOT_OFFERED);
        }
        if (!dialogue.extensions().offersAuth()) {
            return StepResult.failed(Failure.NOT_OFFERED);
        }
        Optional<String> mechanism = Mechanisms.choose(dialogue.extensions().mechanisms());
        if (mechanism.isEmpty()) {
            return StepResult.failed(Failure.NO_COMMON_MECHANISM);
        }
        return login(
                dialogue,
                mechanism.get(),
                plan.credentials().orElseThrow(),
                plan.timeouts().reply());
    }

    private static StepResult login(Dialogue dialogue, String mechanism, Credentials credentials, Duration timeout) {
        try {
            SaslClient client =
                    Mechanisms.client(mechanism, dialogue.plan().target().host(), credentials);
            byte[] initial = client.hasInitialResponse() ? client.evaluateChallenge(new byte[0]) : null;
            Answer answer = dialogue.send(
                    new Command.Auth(mechanism, initial == null ? null : encodeInitial(initial)), timeout);
            if (!client.isComplete() && dialogue.isOpen() && refusesInitialResponse(answer)) {
                // Only the user name has been sent so far: asking again in the older way is no second attempt.
                client = Mechanisms.client(mechanism, dialogue.plan().target().host(), credentials);
                answer = dialogue.send(new Command.Auth(mechanism, null), timeout);
            }
            return converse(dialogue, client, initial, answer, timeout);
        } catch (SaslException e) {
            return StepResult.failed(Failure.NO_COMMON_MECHANISM);
        }
    }

    private static StepResult converse(
            Dialogue dialogue, SaslClient client, byte @Nullable [] initial, Answer first, Duration timeout) {
        Answer answer = first;
        for (int i = 0; i < MAX_CHALLENGES; i++) {
            if (!(answer instanceof Answer.Replied replied) || !replied.reply().is(334)) {
                return answer.passesWith(235);
            }
            answer = dialogue.send(respond(client, initial, replied.reply()), timeout);
        }
        return StepResult.failed(Failure.UNEXPECTED_REPLY);
    }

    private static Command respond(SaslClient client, byte @Nullable [] initial, Reply challenge) {
        try {
            byte[] octets = Base64.getDecoder().decode(challenge.lines().get(0).strip());
            boolean initialIgnored = client.isComplete() && initial != null && octets.length == 0;
            byte[] response = initialIgnored ? initial : client.evaluateChallenge(octets);
            return new Command.AuthResponse(
                    Base64.getEncoder().encodeToString(response == null ? new byte[0] : response));
        } catch (IllegalArgumentException | IllegalStateException | SaslException e) {
            // RFC 4954 4: a client that cannot go on cancels with an asterisk.
            return new Command.AuthResponse("*");
        }
    }

    private static boolean refusesInitialResponse(Answer answer) {
        return answer instanceof Answer.Replied replied && replied.reply().is(500, 501, 504);
    }

    private static String encodeInitial(byte[] initial) {
        return initial.length == 0 ? "=" : Base64.getEncoder().encodeToString(initial);
    }
}
