package dev.smtpdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.language.Sentence;
import dev.smtpdiag.smtp.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

    private static final Target TARGET = Target.parse("mail.example");
    private static final Credentials LOGIN = new Credentials("user", Secret.of("canary-secret"));
    private static final Envelope FROM = new Envelope(Optional.of("a@example.com"), List.of());
    private static final Envelope TO = new Envelope(Optional.empty(), List.of("b@example.com"));

    private static Planner planner(
            Optional<TlsMode> mode, Optional<StopAfter> stop, boolean login, boolean plaintext, Envelope envelope) {
        Optional<Credentials> credentials = login ? Optional.of(LOGIN) : Optional.empty();
        return new Planner(
                mode,
                stop,
                Optional.of("me.example"),
                Timeouts.DEFAULT,
                credentials,
                plaintext,
                envelope,
                Trust.DEFAULT,
                Addressing.DEFAULT,
                AuthWishes.DEFAULT,
                TlsWishes.DEFAULT);
    }

    private static Plan stoppingAfter(StopAfter stop, boolean login, Envelope envelope) {
        return planner(Optional.empty(), Optional.of(stop), login, false, envelope)
                .plan(TARGET);
    }

    private static String refusal(Planner planner) {
        return Sentence.of(assertThrows(InvalidInputException.class, () -> planner.plan(TARGET)));
    }

    @Test
    void theDefaultPlanGoesAsFarAsItIsAsked() {
        Plan plan = Planner.DEFAULT.plan(TARGET);
        assertEquals(TARGET, plan.target());
        assertEquals(TlsMode.STARTTLS_IF_OFFERED, plan.tlsMode());
        assertEquals(StopAfter.RCPT, plan.stopAfter());
        assertEquals(Optional.empty(), plan.ehloName());
        assertFalse(plan.asksForAuth() || plan.asksForMail() || plan.asksForRcpt() || plan.needsTlsForAuth());
    }

    @Test
    void theModeOfTheTargetHoldsUnlessAnOptionSaysOtherwise() {
        Target implicit = Target.parse("smtps://mail.example");
        assertEquals(TlsMode.IMPLICIT, Planner.DEFAULT.plan(implicit).tlsMode());
        Planner starttls =
                planner(Optional.of(TlsMode.STARTTLS_REQUIRED), Optional.empty(), false, false, Envelope.NONE);
        assertEquals(TlsMode.STARTTLS_REQUIRED, starttls.plan(implicit).tlsMode());
    }

    @Test
    void aLoginIsNotSentInClearUnlessAllowed() {
        String sentence = "--tls none would send the password in clear: leave it out, or add --allow-plaintext-auth if"
                + " you accept that";
        assertEquals(sentence, refusal(planner(Optional.of(TlsMode.NONE), Optional.empty(), true, false, FROM)));
        Plan allowed = planner(Optional.of(TlsMode.NONE), Optional.empty(), true, true, FROM)
                .plan(TARGET);
        assertTrue(allowed.asksForAuth());
        assertFalse(allowed.needsTlsForAuth());
        Plan withoutLogin = planner(Optional.of(TlsMode.NONE), Optional.empty(), false, false, FROM)
                .plan(TARGET);
        assertEquals(TlsMode.NONE, withoutLogin.tlsMode());
    }

    @Test
    void stoppingAfterMailNeedsASender() {
        assertEquals(
                "--quit-after MAIL needs a sender: add --from",
                refusal(planner(Optional.empty(), Optional.of(StopAfter.MAIL), false, false, Envelope.NONE)));
        assertTrue(stoppingAfter(StopAfter.MAIL, false, FROM).asksForMail());
        assertTrue(stoppingAfter(StopAfter.MAIL, false, TO).asksForMail());
    }

    @Test
    void stoppingAfterRcptNeedsARecipient() {
        String sentence = "--quit-after RCPT needs a recipient: add --to";
        assertEquals(
                sentence, refusal(planner(Optional.empty(), Optional.of(StopAfter.RCPT), false, false, Envelope.NONE)));
        assertEquals(sentence, refusal(planner(Optional.empty(), Optional.of(StopAfter.RCPT), false, false, FROM)));
        assertTrue(stoppingAfter(StopAfter.RCPT, false, TO).asksForRcpt());
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, false, false, false",
        "FIRST_EHLO, false, false, false",
        "TLS, false, false, false",
        "EHLO, false, false, false",
        "AUTH, true, false, false",
        "MAIL, true, true, false",
        "RCPT, true, true, true"
    })
    void whatAPlanAsksForEndsWhereItStops(StopAfter stop, boolean auth, boolean mail, boolean rcpt) {
        Plan plan = stoppingAfter(stop, true, TO);
        assertEquals(auth, plan.asksForAuth());
        assertEquals(auth, plan.needsTlsForAuth());
        assertEquals(mail, plan.asksForMail());
        assertEquals(rcpt, plan.asksForRcpt());
    }

    @Test
    void aLaterLoginReplacesTheEarlierOne() {
        Planner planner = planner(Optional.empty(), Optional.empty(), false, true, TO);
        Plan plan = planner.withCredentials(Optional.of(LOGIN)).plan(TARGET);
        assertEquals(Optional.of(LOGIN), plan.credentials());
        assertEquals(
                planner.plan(TARGET),
                planner.withCredentials(Optional.of(LOGIN))
                        .withCredentials(Optional.empty())
                        .plan(TARGET));
    }

    @Test
    void aPlanNeverShowsThePassword() {
        String printed = stoppingAfter(StopAfter.RCPT, true, TO).toString();
        assertTrue(printed.contains(Secret.MASK), printed);
        assertFalse(printed.contains("canary-secret"), printed);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, CONNECT",
        "banner, CONNECT",
        "First-EHLO, FIRST_EHLO",
        "FIRST-HELO, FIRST_EHLO",
        "STARTTLS, TLS",
        "tls, TLS",
        "EHLO, EHLO",
        "helo, EHLO",
        "auth, AUTH",
        "MAIL, MAIL",
        "from, MAIL",
        "RCPT, RCPT",
        "to, RCPT"
    })
    void namesOfStages(String name, StopAfter stop) {
        assertEquals(stop, StopAfter.parse(name));
    }

    @ParameterizedTest
    @CsvSource({"''", "DATA", "FIRST_EHLO", "' TLS'", "quit"})
    void unknownStages(String name) {
        assertEquals(
                "unknown stage '" + name + "': use CONNECT, FIRST-EHLO, TLS, EHLO, AUTH, MAIL or RCPT",
                Sentence.of(assertThrows(InvalidInputException.class, () -> StopAfter.parse(name))));
    }

    @ParameterizedTest
    @EnumSource(StopAfter.class)
    void aStageIncludesItselfAndAllBeforeIt(StopAfter stop) {
        for (StopAfter other : StopAfter.values()) {
            assertEquals(other.compareTo(stop) <= 0, stop.includes(other));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, none, false",
        "STARTTLS_IF_OFFERED, auto, true",
        "STARTTLS_REQUIRED, starttls, true",
        "IMPLICIT, implicit, false"
    })
    void namesOfModes(TlsMode mode, String id, boolean usesStartTls) {
        assertEquals(id, mode.id());
        assertEquals(usesStartTls, mode.usesStartTls());
    }
}
