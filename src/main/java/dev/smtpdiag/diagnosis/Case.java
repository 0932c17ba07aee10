package dev.smtpdiag.diagnosis;

import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.kb.MailServices;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.smtp.Secret;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.Transcript;
import java.time.Instant;
import java.util.Optional;

/**
 * What rules look at: what was asked for and what happened.
 *
 * @param plan what was asked for
 * @param transcript what happened
 * @param startedAt when, by our clock: rules have none
 */
public record Case(Plan plan, Transcript transcript, Instant startedAt) {

    /** The step that failed first, if it failed in one of these ways; whatever failed later is its consequence. */
    public Optional<Step> failed(Failure... failures) {
        return transcript.firstFailure().filter(step -> {
            for (Failure failure : failures) {
                if (step.failure().equals(Optional.of(failure))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The step that failed first, if it is this one and failed in one of these ways. */
    public Optional<Step> failedAt(Stage stage, Failure... failures) {
        return failed(failures).filter(step -> step.stage() == stage);
    }

    /** A step that the server refused with a reply, if that is what ended the walk. */
    public Optional<Step> refusedAt(Stage stage) {
        return failedAt(stage, Failure.NEGATIVE_REPLY)
                .filter(step -> step.reply().isPresent());
    }

    /** Where the connection was to go, which an option can make differ from the target. */
    public Target destination() {
        return plan.addressing().destination(plan.target());
    }

    /** Whether the session got under TLS. */
    public boolean isSecure() {
        return transcript.first(Event.TlsEstablished.class).isPresent();
    }

    public boolean isLoggedIn() {
        return transcript.step(Stage.AUTH).filter(Step::isPassed).isPresent();
    }

    public boolean decided(Event.Decision decision) {
        return transcript.all(Event.Decided.class).stream().anyMatch(event -> event.decision() == decision);
    }

    /** The reply to the latest EHLO: what it does not list is not offered. */
    public Optional<Event.ReplyReceived> announcement() {
        return transcript
                .step(Stage.EHLO_TLS)
                .flatMap(Step::replyEvent)
                .or(() -> transcript.step(Stage.EHLO).flatMap(Step::replyEvent));
    }

    /**
     * The provider that the server belongs to, if it is one that we know: by the name that the person meant, or by the
     * greeting. Reads a table: only for what did not go well.
     */
    public Optional<MailService> service() {
        String greeting = transcript
                .step(Stage.GREETING)
                .flatMap(Step::reply)
                .map(reply -> reply.lines().get(0))
                .orElse("");
        return MailServices.load().of(plan.target().host(), greeting);
    }

    /** The access token of the login: whatever was given as its secret may be one. */
    public Optional<Secret> token() {
        return plan.credentials().map(login -> login.hasToken() ? login.token() : login.password());
    }
}
