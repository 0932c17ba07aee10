package dev.smtpdiag.session;

import dev.smtpdiag.session.sasl.Login;
import dev.smtpdiag.session.sasl.Mechanisms;
import dev.smtpdiag.session.sasl.Proofs;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/** One login with one mechanism. */
final class LoginAttempt {

    /** No mechanism of ours needs more; a server that asks on and on is stopped. */
    private static final int MAX_CHALLENGES = 5;

    private final Dialogue dialogue;
    private final String mechanism;
    private final Login login;
    private final Duration timeout;

    LoginAttempt(Dialogue dialogue, String mechanism, Login login) {
        this.dialogue = dialogue;
        this.mechanism = mechanism;
        this.login = login;
        this.timeout = dialogue.plan().timeouts().reply();
    }

    /**
     * @throws SaslException when the mechanism cannot be used with this login; nothing was sent then
     */
    StepResult run() throws SaslException {
        SaslExchange exchange = SaslExchange.begin(Mechanisms.client(mechanism, login));
        Answer answer = begin(exchange.initialResponse());
        if (!exchange.hasSaidAll() && dialogue.isOpen() && refusesInitialResponse(answer)) {
            // Nothing secret has been sent so far: asking again in the older way is no second attempt.
            exchange = SaslExchange.withoutInitialResponse(Mechanisms.client(mechanism, login));
            answer = begin(null);
        }
        return converse(exchange, answer);
    }

    private Answer begin(@Nullable String initialResponse) {
        if (initialResponse != null) {
            protect(initialResponse);
        }
        return dialogue.send(new Command.Auth(mechanism, initialResponse), timeout);
    }

    private StepResult converse(SaslExchange exchange, Answer first) {
        Answer answer = first;
        for (int challenges = 0; isChallenge(answer) && !exchange.isCancelled(); challenges++) {
            Reply challenge = ((Answer.Replied) answer).reply();
            Command response = challenges < MAX_CHALLENGES ? exchange.respond(challenge) : exchange.cancel();
            if (!exchange.isCancelled()) {
                protect(response.wire());
            }
            answer = dialogue.send(response, timeout);
        }
        if (exchange.isProofWrong() || accepts(answer) && exchange.isUnproven()) {
            return StepResult.failed(Failure.SERVER_UNPROVEN);
        }
        boolean ourOwnDoing = exchange.isCancelled() && answer instanceof Answer.Replied;
        return ourOwnDoing ? StepResult.failed(Failure.UNEXPECTED_REPLY) : answer.passesWith(235);
    }

    /** A server may send it back. */
    private void protect(String response) {
        Proofs.in(mechanism, response).forEach(dialogue.recorder()::protect);
    }

    private static boolean accepts(Answer answer) {
        return answer instanceof Answer.Replied replied && replied.reply().is(235);
    }

    private static boolean isChallenge(Answer answer) {
        return answer instanceof Answer.Replied replied && replied.reply().is(334);
    }

    private static boolean refusesInitialResponse(Answer answer) {
        return answer instanceof Answer.Replied replied && replied.reply().is(500, 501, 504);
    }
}
