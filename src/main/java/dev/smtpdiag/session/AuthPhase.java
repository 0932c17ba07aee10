package dev.smtpdiag.session;

import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.session.sasl.Login;
import dev.smtpdiag.session.sasl.MechanismChoice;
import dev.smtpdiag.smtp.MechanismNeed;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Trial;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.security.sasl.SaslException;

/**
 * Logs in (RFC 4954 4), once unless more was asked for: every further attempt with a wrong password brings a lock-out
 * nearer.
 */
final class AuthPhase implements Phase {

    @Override
    public StepResult run(Dialogue dialogue) {
        Plan plan = dialogue.plan();
        if (dialogue.isSecure() && !dialogue.certificateAccepted()) {
            return StepResult.skipped(StepResult.Reason.CERTIFICATE_NOT_VALID);
        }
        if (!dialogue.isSecure() && !plan.allowPlaintextAuth()) {
            return notOffered(plan.auth());
        }
        if (!dialogue.extensions().offersAuth() && !plan.auth().lax()) {
            return notOffered(plan.auth());
        }
        Login login = login(dialogue, plan.credentials().orElseThrow());
        Set<String> offered = dialogue.extensions().mechanisms();
        if (plan.auth().choice() == AuthWishes.Choice.USUAL
                && login.credentials().hasPassword()
                && !login.credentials().hasToken()
                && offered.contains("PLAIN")) {
            return attempt(dialogue, "PLAIN", login);
        }
        return choose(dialogue, MechanismChoice.of(plan.auth(), offered, login), login);
    }

    private static StepResult notOffered(AuthWishes wishes) {
        return wishes.optional()
                ? StepResult.skipped(StepResult.Reason.NOT_OFFERED)
                : StepResult.failed(Failure.NOT_OFFERED);
    }

    private static StepResult choose(Dialogue dialogue, MechanismChoice choice, Login login) {
        AuthWishes wishes = dialogue.plan().auth();
        if (wishes.choice() == AuthWishes.Choice.EACH || choice.usable().isEmpty()) {
            record(dialogue.recorder(), choice.unusable());
        }
        if (choice.usable().isEmpty()) {
            return wishes.optional()
                    ? StepResult.skipped(StepResult.Reason.NOT_OFFERED)
                    : StepResult.failed(Failure.NO_COMMON_MECHANISM);
        }
        if (wishes.choice() != AuthWishes.Choice.EACH) {
            return attempt(dialogue, choice.usable().get(0), login);
        }
        EachMechanism each = new EachMechanism(dialogue);
        return each.tryAll(choice.usable())
                .map(working -> attempt(dialogue, working, login))
                .orElseGet(each::lastFailure);
    }

    private static StepResult attempt(Dialogue dialogue, String mechanism, Login login) {
        try {
            return new LoginAttempt(dialogue, mechanism, login).run();
        } catch (SaslException e) {
            // No ticket, or a name or password that the mechanism cannot carry. Nothing was sent.
            MechanismNeed need = mechanism.equals("GSSAPI") ? MechanismNeed.TICKET : MechanismNeed.SUPPORT;
            record(dialogue.recorder(), Map.of(mechanism, need));
            return StepResult.failed(Failure.NO_COMMON_MECHANISM);
        }
    }

    private static void record(Recorder recorder, Map<String, MechanismNeed> missing) {
        missing.forEach((mechanism, need) -> recorder.record(
                stamp -> new Event.MechanismTried(stamp, mechanism, new Trial.Missing(need), Duration.ZERO)));
    }

    private static Login login(Dialogue dialogue, Credentials credentials) {
        Plan plan = dialogue.plan();
        boolean shown = dialogue.handshake()
                .flatMap(handshake -> handshake.request())
                .filter(request -> request.shown())
                .isPresent();
        return new Login(
                credentials,
                plan.target().host(),
                plan.target().port(),
                shown,
                () -> dialogue.handshake().flatMap(Bindings::of));
    }
}
