package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.util.Comparator;
import java.util.Optional;

/**
 * A negative reply that ended the walk, and what the server means by it.
 *
 * <p>The questions that more than one rule asks are answered here, so that two rules never claim the same refusal.
 *
 * @param event the reply that decides: of several, a permanent one before a temporary one, then the last
 */
record Refusal(Case subject, Step step, Event.ReplyReceived event) {

    static Optional<Refusal> of(Case subject) {
        return subject.failed(Failure.NEGATIVE_REPLY)
                .flatMap(step -> step.all(Event.ReplyReceived.class).stream()
                        .filter(event -> !event.reply().isPositive())
                        .filter(event -> step.stage() == Stage.RCPT || isLast(event, step))
                        .max(Comparator.comparing((Event.ReplyReceived event) ->
                                        event.reply().code().isPermanent())
                                .thenComparing(event -> event.stamp().line()))
                        .map(event -> new Refusal(subject, step, event)));
    }

    Stage stage() {
        return step.stage();
    }

    Reply reply() {
        return event.reply();
    }

    Wording wording() {
        return Wording.of(reply());
    }

    boolean isAt(Stage... stages) {
        for (Stage stage : stages) {
            if (stage == stage()) {
                return true;
            }
        }
        return false;
    }

    boolean isPermanent() {
        return reply().code().isPermanent();
    }

    /** 421: whatever was asked, the server is leaving (RFC 5321 3.8). */
    boolean isLeaving() {
        return reply().is(421);
    }

    /** The server wants TLS before this command, and the session has none (RFC 3207 4, RFC 4954 6, RFC 5248 2.4). */
    boolean wantsTls() {
        return asksForTls()
                && isAt(Stage.AUTH, Stage.MAIL, Stage.RCPT)
                && !event.stamp().secure();
    }

    /** The reply asks for TLS, whether the session has it or not. */
    boolean asksForTls() {
        return reply().is(523, 524, 538) || reply().is(530) && wording().wantsTls();
    }

    /** The server took the client into TLS and finds that it showed no certificate (RFC 8446 4.4.2.4). */
    boolean wantsClientCertificate() {
        return isAt(Stage.GREETING, Stage.EHLO, Stage.EHLO_TLS, Stage.AUTH, Stage.MAIL)
                && event.stamp().secure()
                && wording().wantsClientCertificate();
    }

    /** The server wants a login before this command, and none was tried (RFC 4954 6). */
    boolean wantsLogin() {
        boolean saysSo = reply().is(530) || wording().wantsLogin();
        boolean couldHaveLoggedIn = isAt(Stage.MAIL, Stage.RCPT) && !subject.isLoggedIn();
        return saysSo && couldHaveLoggedIn && !isLeaving() && !wantsTls();
    }

    /** The server does not pass mail on for us to other domains. */
    boolean deniesRelay() {
        return isAt(Stage.RCPT) && wording().deniesRelay() && !isLeaving() && !wantsTls() && !wantsLogin();
    }

    /** The mechanism of the login that was refused. */
    Optional<String> mechanism() {
        return LoginCommand.mechanism(step);
    }

    /** The command that was refused, as shown, or nothing for a greeting. */
    Optional<Event.CommandSent> command() {
        return step.all(Event.CommandSent.class).stream()
                .filter(sent -> sent.stamp().line() < event.stamp().line())
                .reduce((earlier, later) -> later);
    }

    private static boolean isLast(Event.ReplyReceived event, Step step) {
        int last = step.replyEvent().map(reply -> reply.stamp().line()).orElse(-1);
        return event.stamp().line() == last;
    }
}
