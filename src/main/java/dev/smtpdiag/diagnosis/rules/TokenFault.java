package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Basis;
import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Outcome;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.diagnosis.login.TokenCheck;
import dev.smtpdiag.diagnosis.login.TokenCheck.Fault;
import dev.smtpdiag.diagnosis.login.TokenCheck.Issuer;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The access token of the login says itself why a server refuses it (RFC 7519 4.1, RFC 9068 4). Of several faults the surest
 * is told. It is the error when the server refused the login, and a warning when nobody asked it. No claim is shown but
 * the times.
 */
public final class TokenFault extends BasicRule {

    private final Fault fault;

    private TokenFault(String id, Fault fault, String citation) {
        super(id, Severity.ERROR, Basis.RFC_MUST, citation);
        this.fault = fault;
    }

    /** One rule for each fault, the surest first. */
    public static List<TokenFault> all() {
        return List.of(
                new TokenFault("token.expired", Fault.EXPIRED, "RFC 7519 4.1.4"),
                new TokenFault("token.not-yet-valid", Fault.NOT_YET_VALID, "RFC 7519 4.1.5"),
                new TokenFault("token.audience", Fault.AUDIENCE, "RFC 7519 4.1.3"),
                new TokenFault("token.scope", Fault.SCOPE, "RFC 9068 2.2.3"));
    }

    /** The surest fault of the token of a login that nobody took, if there is one. */
    static Optional<Fault> worst(Case subject) {
        return check(subject).flatMap(TokenCheck::worst);
    }

    @Override
    public boolean appliesTo(Case subject) {
        return !subject.isLoggedIn() && worst(subject).filter(fault::equals).isPresent();
    }

    @Override
    public Outcome evaluate(Case subject) {
        TokenCheck check = check(subject).orElseThrow();
        boolean refused = Refusal.of(subject).filter(AuthRejected::isOwn).isPresent();
        Draft draft = new Draft(this, Stage.AUTH)
                .server(subject)
                .evidence(answer(subject))
                .severity(refused ? Severity.ERROR : Severity.WARNING)
                .confidence(fault == Fault.EXPIRED ? Confidence.CERTAIN : Confidence.LIKELY)
                .argument("now", seconds(subject.startedAt()))
                .argument("until", check.expires().map(TokenFault::seconds))
                .argument("from", check.notBefore().map(TokenFault::seconds))
                .flag("microsoft", check.issuer() == Issuer.MICROSOFT)
                .flag("google", check.issuer() == Issuer.GOOGLE)
                .flag("graph", check.forGraph())
                .flag("identity", check.identity())
                .flag("reading", check.forReading());
        return draft.finding();
    }

    private static Optional<Event.ReplyReceived> answer(Case subject) {
        return subject.transcript().step(Stage.AUTH).flatMap(Step::replyEvent);
    }

    private static Optional<TokenCheck> check(Case subject) {
        return subject.token().flatMap(token -> TokenCheck.of(token, subject::service, subject.startedAt()));
    }

    /** {@code 2026-05-20 12:00:00 UTC}. */
    private static String seconds(Instant time) {
        return time.toString().replaceFirst("\\.\\d+", "").replace('T', ' ').replace("Z", " UTC");
    }
}
