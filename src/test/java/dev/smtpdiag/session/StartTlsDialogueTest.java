package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.session.tls.TestChains;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StartTlsDialogueTest {

    private static final String AUTH_PLAIN = AuthDialogueTest.plain();
    private static final SSLContext GOOD = TestChains.good("mail.example");
    private static final SSLContext SELF_SIGNED = TestChains.selfSigned("mail.example");

    private static Wishes wishes() {
        return Wishes.plain().mode(TlsMode.STARTTLS_IF_OFFERED);
    }

    private static Script offering() {
        return Script.greets("220 mx.example").thenRaw("EHLO me.example", Script.file("ehlo-starttls.txt"));
    }

    private static Script notOffering() {
        return Script.greets("220 mx.example").thenRaw("EHLO me.example", Script.file("ehlo-auth.txt"));
    }

    @Test
    void notOfferedAndNotNeeded() {
        Walk walk = Walk.through(wishes().plan(), notOffering());
        assertEquals(
                StepResult.skipped(StepResult.Reason.NOT_OFFERED),
                walk.step(Stage.STARTTLS).result());
        assertTrue(walk.transcript().firstFailure().isEmpty());
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
    }

    @Test
    void notOfferedButRequired() {
        Plan plan = Wishes.plain()
                .mode(TlsMode.STARTTLS_REQUIRED)
                .envelope("a@example.com")
                .plan();
        Walk walk = Walk.through(plan, notOffering());
        walk.assertFailed(Stage.STARTTLS, Failure.NOT_OFFERED);
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
    }

    @Test
    void notOfferedButNeededForTheLogin() {
        Plan plan = wishes().login().envelope("a@example.com").plan();
        Walk walk = Walk.through(plan, notOffering());
        walk.assertFailed(Stage.STARTTLS, Failure.NOT_OFFERED);
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
    }

    @ParameterizedTest
    @CsvSource({
        "454 4.7.0 TLS not available, NEGATIVE_REPLY",
        "502 no, NEGATIVE_REPLY",
        "250 ok, UNEXPECTED_REPLY",
        "334 , UNEXPECTED_REPLY"
    })
    void refusedMeansNoLoginAndNoMail(String answer, Failure failure) {
        Plan plan = wishes().login().envelope("a@example.com").plan();
        Walk walk = Walk.through(plan, offering().then("STARTTLS", answer));
        walk.assertFailed(Stage.STARTTLS, failure);
        assertEquals(List.of("EHLO me.example", "STARTTLS", "QUIT"), walk.sent());
    }

    @Test
    void encryptsAndSaysEhloAgain() {
        Script script = offering()
                .thenTls(GOOD, "STARTTLS", "220 go")
                .thenRaw("EHLO me.example", Script.file("ehlo-auth.txt"))
                .then("AUTH PLAIN " + AUTH_PLAIN, "235 welcome")
                .then("MAIL FROM:<a@example.com>", "250 ok")
                .then("RSET", "250 ok");
        Walk walk = Walk.through(wishes().login().envelope("a@example.com").plan(), script);
        assertEquals(
                List.of(
                        Stage.RESOLVE,
                        Stage.CONNECT,
                        Stage.GREETING,
                        Stage.EHLO,
                        Stage.STARTTLS,
                        Stage.TLS,
                        Stage.EHLO_TLS,
                        Stage.AUTH,
                        Stage.MAIL,
                        Stage.QUIT),
                walk.stages());
        walk.stages().forEach(walk::assertPassed);
        assertTrue(walk.transcript().extensionsInClear().orElseThrow().offers("STARTTLS"));
        assertFalse(walk.transcript().extensionsUnderTls().orElseThrow().offers("STARTTLS"));
        assertTrue(walk.transcript().extensions().offersAuth());
        Event.CertificateJudged judged =
                walk.transcript().first(Event.CertificateJudged.class).orElseThrow();
        assertEquals(List.of(), judged.problems());
        assertEquals("mail.example", judged.name());
        assertEquals(2, judged.chain().size());
        for (Event.CommandSent command : walk.transcript().all(Event.CommandSent.class)) {
            boolean before =
                    command.stamp().stage() == Stage.EHLO || command.stamp().stage() == Stage.STARTTLS;
            assertEquals(!before, command.stamp().secure(), command.display());
        }
    }

    @ParameterizedTest
    @CsvSource({"FIRST_EHLO, EHLO", "TLS, TLS", "EHLO, EHLO_TLS"})
    void stopsWhereItIsToldTo(StopAfter stop, Stage last) {
        Script script = offering();
        if (stop != StopAfter.FIRST_EHLO) {
            script.thenTls(GOOD, "STARTTLS", "220 go");
        }
        if (stop == StopAfter.EHLO) {
            script.then("EHLO me.example", "250 mx.example");
        }
        Walk walk = Walk.through(wishes().stopAfter(stop).plan(), script);
        List<Stage> stages = walk.stages();
        assertEquals(List.of(last, Stage.QUIT), stages.subList(stages.size() - 2, stages.size()));
        stages.forEach(walk::assertPassed);
    }

    @Test
    void ehloRefusedUnderTls() {
        Script script = offering().thenTls(GOOD, "STARTTLS", "220 go").then("EHLO me.example", "550 no");
        Walk walk = Walk.through(wishes().login().plan(), script);
        walk.assertFailed(Stage.EHLO_TLS, Failure.NEGATIVE_REPLY);
        assertTrue(walk.transcript().extensionsUnderTls().isEmpty());
    }

    @Test
    void heloUnderTlsForgetsWhatWasAnnouncedInClear() {
        Script script = Script.greets("220 mx.example")
                .thenRaw("EHLO me.example", Script.file("ehlo-lowercase.txt"))
                .thenTls(GOOD, "STARTTLS", "220 go")
                .then("EHLO me.example", "502 what?")
                .then("HELO me.example", "250 mx.example");
        Walk walk = Walk.through(wishes().login().plan(), script);
        walk.assertPassed(Stage.EHLO_TLS);
        walk.assertFailed(Stage.AUTH, Failure.NOT_OFFERED);
    }

    @Test
    void whatStandsBehindThe220IsEvidenceAndNoReply() {
        Script script = offering()
                .thenTls(GOOD, "STARTTLS", "220 go", "250-injected", "250 AUTH PLAIN")
                .then("EHLO me.example", "250 mx.example");
        Walk walk = Walk.through(wishes().plan(), script, Feed.WHOLE);
        walk.assertPassed(Stage.STARTTLS, Stage.TLS, Stage.EHLO_TLS);
        Event.UnexpectedBytes early =
                walk.transcript().first(Event.UnexpectedBytes.class).orElseThrow();
        assertEquals("250-injected\r\n250 AUTH PLAIN\r\n", early.raw());
        assertEquals(Stage.STARTTLS, early.stamp().stage());
        assertFalse(walk.transcript().extensions().offersAuth());
    }

    @ParameterizedTest
    @EnumSource(
            value = Feed.class,
            names = {"BY_LINE", "BY_BYTE"})
    void whatComesALittleLaterInPlaceOfTlsBreaksTheHandshake(Feed feed) {
        Script script = offering().thenTls(GOOD, "STARTTLS", "220 go", "250 injected");
        Walk walk = Walk.through(wishes().login().plan(), script, feed);
        walk.assertFailed(Stage.TLS, Failure.HANDSHAKE);
        String plaintext =
                walk.transcript().first(Event.TlsFailed.class).orElseThrow().plaintext();
        assertTrue(plaintext.startsWith("250 i"), plaintext);
        assertFalse(walk.transcript().extensions().offersAuth());
    }

    @Test
    void closedOrResetOrSilentInTheHandshake() {
        Walk closed = Walk.through(
                wishes().plan(), offering().then("STARTTLS", "220 go").ends(Script.End.CLOSES));
        closed.assertFailed(Stage.TLS, Failure.HANDSHAKE);
        assertFalse(closed.transcript().first(Event.Closed.class).orElseThrow().reset());
        Walk reset = Walk.through(
                wishes().plan(), offering().then("STARTTLS", "220 go").ends(Script.End.RESETS));
        reset.assertFailed(Stage.TLS, Failure.HANDSHAKE);
        assertTrue(reset.transcript().first(Event.Closed.class).orElseThrow().reset());
        Walk silent = Walk.through(wishes().plan(), offering().then("STARTTLS", "220 go"));
        silent.assertFailed(Stage.TLS, Failure.SILENCE);
        assertEquals(wishes().plan().timeouts().reply(), silent.step(Stage.TLS).took());
        assertEquals(List.of("EHLO me.example", "STARTTLS"), silent.sent());
    }

    @Test
    void nothingSecretGoesToAServerWithABadCertificate() {
        Script script = offering()
                .thenTls(SELF_SIGNED, "STARTTLS", "220 go")
                .thenRaw("EHLO me.example", Script.file("ehlo-auth.txt"));
        Walk walk = Walk.through(wishes().login().envelope("a@example.com").plan(), script);
        walk.assertPassed(Stage.TLS, Stage.EHLO_TLS, Stage.QUIT);
        assertEquals(
                StepResult.skipped(StepResult.Reason.CERTIFICATE_NOT_VALID),
                walk.step(Stage.AUTH).result());
        assertEquals(
                StepResult.skipped(StepResult.Reason.NOT_LOGGED_IN),
                walk.step(Stage.MAIL).result());
        Event.CertificateJudged judged =
                walk.transcript().first(Event.CertificateJudged.class).orElseThrow();
        assertEquals(
                List.of(CertificateProblem.Kind.SELF_SIGNED),
                judged.problems().stream().map(CertificateProblem::kind).toList());
        assertFalse(judged.waived());
    }

    @Test
    void unlessTheUserWaivesIt() {
        Script script = offering()
                .thenTls(SELF_SIGNED, "STARTTLS", "220 go")
                .thenRaw("EHLO me.example", Script.file("ehlo-auth.txt"))
                .then("AUTH PLAIN " + AUTH_PLAIN, "235 welcome");
        Walk walk = Walk.through(wishes().login().insecure().plan(), script);
        walk.assertPassed(Stage.AUTH);
        assertTrue(walk.transcript()
                .first(Event.CertificateJudged.class)
                .orElseThrow()
                .waived());
    }

    @Test
    void theEchoOfThePasswordUnderTlsIsMasked() {
        Script script = offering()
                .thenTls(GOOD, "STARTTLS", "220 go")
                .thenRaw("EHLO me.example", Script.file("ehlo-auth.txt"))
                .thenRaw(
                        "AUTH PLAIN " + AUTH_PLAIN,
                        ("535 " + Wishes.PASSWORD + "\r\n").getBytes(StandardCharsets.UTF_8));
        Walk walk = Walk.through(wishes().login().plan(), script);
        walk.assertFailed(Stage.AUTH, Failure.NEGATIVE_REPLY);
        AuthDialogueTest.assertNoPassword(walk);
    }
}
