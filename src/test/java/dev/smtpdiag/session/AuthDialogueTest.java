package dev.smtpdiag.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.smtp.Secret;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Leaks;
import dev.smtpdiag.transcript.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthDialogueTest {

    private static final Plan PLAN = Wishes.loginInClear().plan();
    private static final String USER = base64("user");
    private static final String PASSWORD = base64(Wishes.PASSWORD);
    private static final String ASKS_USER = "334 " + base64("Username:");
    private static final String ASKS_PASSWORD = "334 " + base64("Password:");

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The initial response of PLAIN (RFC 4616 2). */
    static String plain() {
        return base64("\0user\0" + Wishes.PASSWORD);
    }

    static void assertNoPassword(Walk walk) {
        String printed = walk.transcript().events().toString();
        assertEquals(List.of(), Leaks.in(printed, Wishes.PASSWORD), printed);
    }

    private static Script offering(String file) {
        return Script.greets("220 mx.example").thenRaw("EHLO me.example", Script.file(file));
    }

    private static Walk through(Script script) {
        Walk walk = Walk.through(PLAN, script);
        assertNoPassword(walk);
        return walk;
    }

    private static List<String> shown(Walk walk) {
        return walk.step(Stage.AUTH).all(Event.CommandSent.class).stream()
                .map(Event.CommandSent::display)
                .toList();
    }

    @Test
    void plainWithInitialResponse() {
        Walk walk = through(offering("ehlo-auth.txt").then("AUTH PLAIN " + plain(), "235 2.7.0 welcome"));
        walk.assertPassed(Stage.AUTH, Stage.QUIT);
        assertEquals(List.of("AUTH PLAIN " + Secret.MASK), shown(walk));
    }

    @Test
    void plainAtAServerThatIgnoresTheInitialResponse() {
        Walk walk = through(
                offering("ehlo-auth.txt").then("AUTH PLAIN " + plain(), "334 ").then(plain(), "235 welcome"));
        walk.assertPassed(Stage.AUTH);
        assertEquals(List.of("AUTH PLAIN " + Secret.MASK, Secret.MASK), shown(walk));
    }

    @ParameterizedTest
    @ValueSource(ints = {535, 534, 538, 454, 500, 501, 503, 504})
    void aRefusedLoginIsNotRepeated(int code) {
        Walk walk = through(offering("ehlo-auth.txt").then("AUTH PLAIN " + plain(), code + " no"));
        walk.assertFailed(Stage.AUTH, Failure.NEGATIVE_REPLY);
        assertEquals(List.of("EHLO me.example", "AUTH PLAIN " + plain(), "QUIT"), walk.sent());
    }

    @Test
    void aPositiveReplyOtherThan235IsNoSuccess() {
        Walk walk = through(offering("ehlo-auth.txt").then("AUTH PLAIN " + plain(), "250 fine"));
        walk.assertFailed(Stage.AUTH, Failure.UNEXPECTED_REPLY);
    }

    @Test
    void loginWithTheUserAsInitialResponse() {
        Walk walk = through(offering("ehlo-auth-login.txt")
                .then("AUTH LOGIN " + USER, ASKS_PASSWORD)
                .then(PASSWORD, "235 welcome"));
        walk.assertPassed(Stage.AUTH);
        assertEquals(List.of("AUTH LOGIN " + Secret.MASK, Secret.MASK), shown(walk));
    }

    @Test
    void loginAtAServerThatIgnoresTheInitialResponse() {
        Walk walk = through(offering("ehlo-auth-login.txt")
                .then("AUTH LOGIN " + USER, ASKS_USER)
                .then(USER, ASKS_PASSWORD)
                .then(PASSWORD, "235 welcome"));
        walk.assertPassed(Stage.AUTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 504})
    void loginAtAServerThatRefusesTheInitialResponse(int code) {
        Walk walk = through(offering("ehlo-auth-login.txt")
                .then("AUTH LOGIN " + USER, code + " syntax")
                .then("AUTH LOGIN", ASKS_USER)
                .then(USER, ASKS_PASSWORD)
                .then(PASSWORD, "235 welcome"));
        walk.assertPassed(Stage.AUTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {535, 530, 454, 502, 503})
    void otherRefusalsOfLoginAreFinal(int code) {
        Walk walk = through(offering("ehlo-auth-login.txt").then("AUTH LOGIN " + USER, code + " no"));
        walk.assertFailed(Stage.AUTH, Failure.NEGATIVE_REPLY);
        assertEquals(3, walk.sent().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VXNlcm5hbWU6|UGFzc3dvcmQ6", // Username: Password:
                "VXNlciBOYW1lAA==|UGFzc3dvcmQA", // as Microsoft's draft has them, with a NUL
                "dXNlcm5hbWU6|cGFzc3dvcmQ6", // lower case
                "QmVudXR6ZXJuYW1lOg==|S2Vubndvcnc6", // another language
                "''|''", // nothing at all
                "VXNlcm5hbWU6 trailing|" // not base64: gives up
            })
    void oddPrompts(String first, String second) {
        Script script = offering("ehlo-auth-login.txt")
                .then("AUTH LOGIN " + USER, "504 no initial response")
                .then("AUTH LOGIN", "334 " + first);
        if (second == null) {
            script.then("*", "501 cancelled");
            Walk walk = through(script);
            assertTrue(walk.failure(Stage.AUTH).isPresent());
            assertEquals("*", walk.sent().get(3));
        } else {
            through(script.then(USER, "334 " + second).then(PASSWORD, "235 welcome"))
                    .assertPassed(Stage.AUTH);
        }
    }

    @Test
    void aServerThatAsksOnAfterThePasswordIsRefused() {
        Walk walk = through(offering("ehlo-auth-login.txt")
                .then("AUTH LOGIN " + USER, ASKS_PASSWORD)
                .then(PASSWORD, ASKS_PASSWORD)
                .then("*", "501 cancelled"));
        assertTrue(walk.failure(Stage.AUTH).isPresent());
        assertEquals(1, walk.sent().stream().filter(PASSWORD::equals).count());
    }

    @Test
    void endlessChallengesComeToAnEnd() {
        Script script = offering("ehlo-auth-login.txt").then("AUTH LOGIN " + USER, ASKS_USER);
        Script endless = script.then(USER, ASKS_USER)
                .then(USER, ASKS_USER)
                .then(USER, ASKS_USER)
                .then(USER, ASKS_USER)
                .then(USER, ASKS_USER)
                .then("*", "501 cancelled");
        Walk walk = through(endless);
        walk.assertFailed(Stage.AUTH, Failure.UNEXPECTED_REPLY);
        assertEquals(0, walk.sent().stream().filter(PASSWORD::equals).count());
    }

    @Test
    void bothStylesOfTheAnnouncementCount() {
        through(offering("ehlo-auth-both-styles.txt").then("AUTH PLAIN " + plain(), "235 welcome"))
                .assertPassed(Stage.AUTH);
        through(offering("ehlo-auth-old-style.txt")
                        .then("AUTH LOGIN " + USER, ASKS_PASSWORD)
                        .then(PASSWORD, "235 welcome"))
                .assertPassed(Stage.AUTH);
        through(offering("ehlo-lowercase.txt").then("AUTH PLAIN " + plain(), "235 welcome"))
                .assertPassed(Stage.AUTH);
    }

    @Test
    void notOffered() {
        Walk walk = through(offering("ehlo-no-extensions.txt"));
        walk.assertFailed(Stage.AUTH, Failure.NOT_OFFERED);
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
    }

    @Test
    void noCommonMechanism() {
        Walk walk = through(offering("ehlo-auth-unknown-mechanisms.txt"));
        walk.assertFailed(Stage.AUTH, Failure.NO_COMMON_MECHANISM);
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
    }

    @Test
    void neverInClearWithoutPermission() {
        Plan plan = Wishes.plain().mode(TlsMode.STARTTLS_IF_OFFERED).login().plan();
        Walk walk = Walk.through(plan, offering("ehlo-auth.txt"));
        assertTrue(walk.transcript().step(Stage.AUTH).isEmpty());
        assertEquals(List.of("EHLO me.example", "QUIT"), walk.sent());
        // Even a plan that no planner would make does not get it out.
        Plan odd = new Plan(
                plan.target(),
                TlsMode.NONE,
                StopAfter.RCPT,
                plan.ehloName(),
                plan.timeouts(),
                plan.credentials(),
                false,
                plan.envelope(),
                plan.trust(),
                plan.addressing(),
                plan.auth(),
                plan.tls());
        Walk refused = Walk.through(odd, offering("ehlo-auth.txt"));
        refused.assertFailed(Stage.AUTH, Failure.NOT_OFFERED);
        assertEquals(List.of("EHLO me.example", "QUIT"), refused.sent());
    }

    @Test
    void nothingFollowsAFailedLogin() {
        Plan plan =
                Wishes.loginInClear().envelope("a@example.com", "b@example.com").plan();
        Walk walk = Walk.through(plan, offering("ehlo-auth.txt").then("AUTH PLAIN " + plain(), "535 no"));
        assertEquals(List.of("EHLO me.example", "AUTH PLAIN " + plain(), "QUIT"), walk.sent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "FIRST_EHLO", "TLS", "EHLO"})
    void noLoginWhenTheWalkStopsBefore(StopAfter stop) {
        Script script = stop == StopAfter.CONNECT ? Script.greets("220 mx.example") : offering("ehlo-auth.txt");
        Walk walk = Walk.through(Wishes.loginInClear().stopAfter(stop).plan(), script);
        assertTrue(walk.transcript().step(Stage.AUTH).isEmpty());
        walk.assertPassed(Stage.QUIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "base64", "both"})
    void echoesOfThePasswordAreMasked(String kind) {
        String echo =
                kind.equals("plain") ? Wishes.PASSWORD : kind.equals("base64") ? plain() : PASSWORD + Wishes.PASSWORD;
        Walk walk = through(
                offering("ehlo-auth.txt").then("AUTH PLAIN " + plain(), "535-bad login " + echo, "535 " + echo));
        walk.assertFailed(Stage.AUTH, Failure.NEGATIVE_REPLY);
        assertTrue(walk.reply(Stage.AUTH).text().contains("bad login "));
        assertTrue(walk.reply(Stage.AUTH).text().contains(Secret.MASK));
    }
}
