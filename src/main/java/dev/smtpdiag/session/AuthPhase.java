package dev.smtpdiag.session;

import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.sasl.Mechanisms;
import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;
import java.util.Optional;
import javax.security.sasl.SaslException;

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
        String host = dialogue.plan().target().host();
        try {
            SaslExchange exchange = SaslExchange.begin(Mechanisms.client(mechanism, host, credentials));
            Answer answer = dialogue.send(new Command.Auth(mechanism, exchange.initialResponse()), timeout);
            if (!exchange.hasSaidAll() && dialogue.isOpen() && refusesInitialResponse(answer)) {
                // Only the user name has been sent so far: asking again in the older way is no second attempt.
                exchange = SaslExchange.withoutInitialResponse(Mechanisms.client(mechanism, host, credentials));
                answer = dialogue.send(new Command.Auth(mechanism, null), timeout);
            }
            return converse(dialogue, exchange, answer, timeout);
        } catch (SaslException e) {
            return StepResult.failed(Failure.NO_COMMON_MECHANISM);
        }
    }

    private static StepResult converse(Dialogue dialogue, SaslExchange exchange, Answer first, Duration timeout) {
        Answer answer = first;
        for (int challenges = 0; isChallenge(answer) && !exchange.isCancelled(); challenges++) {
            Reply challenge = ((Answer.Replied) answer).reply();
            Command response = challenges < MAX_CHALLENGES ? exchange.respond(challenge) : exchange.cancel();
            answer = dialogue.send(response, timeout);
        }
        boolean ourOwnDoing = exchange.isCancelled() && answer instanceof Answer.Replied;
        return ourOwnDoing ? StepResult.failed(Failure.UNEXPECTED_REPLY) : answer.passesWith(235);
    }

    private static boolean isChallenge(Answer answer) {
        return answer instanceof Answer.Replied replied && replied.reply().is(334);
    }

    private static boolean refusesInitialResponse(Answer answer) {
        return answer instanceof Answer.Replied replied && replied.reply().is(500, 501, 504);
    }
}
