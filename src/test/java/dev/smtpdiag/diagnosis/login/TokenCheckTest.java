package dev.smtpdiag.diagnosis.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.diagnosis.login.TokenCheck.Fault;
import dev.smtpdiag.kb.MailServices;
import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token says of itself, and tokens that say nothing. */
class TokenCheckTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00.5Z");
    private static final long SECOND = NOW.getEpochSecond();

    @ParameterizedTest
    @CsvSource({"-3600, true", "0, true", "1, false", "3600, false"})
    void itsTimeIsOverWhenItsLastSecondIs(long offset, boolean expired) {
        assertEquals(expired, faults("", "\"exp\":" + (SECOND + offset)).contains(Fault.EXPIRED));
    }

    @Test
    void itsTimeMayNotHaveBegun() {
        assertEquals(Set.of(Fault.NOT_YET_VALID), faults("", "\"nbf\":" + (SECOND + 60)));
        assertEquals(Set.of(), faults("", "\"nbf\":" + (SECOND - 60)));
    }

    @Test
    void ofSeveralFaultsTheSurestIsTheWorst() {
        TokenCheck check = check("microsoft-365", "\"exp\":1,\"nbf\":" + (SECOND + 60) + ",\"aud\":\"x\"")
                .orElseThrow();
        assertEquals(Set.of(Fault.EXPIRED, Fault.NOT_YET_VALID, Fault.AUDIENCE), check.faults());
        assertEquals(Optional.of(Fault.EXPIRED), check.worst());
    }

    @Test
    void microsoftWantsItsOwnAudience() {
        for (String good : List.of(
                "https://outlook.office.com",
                "https://outlook.office.com/",
                "https://outlook.office365.com",
                "00000002-0000-0ff1-ce00-000000000000")) {
            assertEquals(Set.of(), faults("microsoft-365", "\"aud\":\"" + good + "\",\"scp\":\"SMTP.Send\""), good);
        }
        TokenCheck graph = check("outlook-com", "\"aud\":\"https://graph.microsoft.com\",\"scp\":\"SMTP.Send\"")
                .orElseThrow();
        assertEquals(Set.of(Fault.AUDIENCE), graph.faults());
        assertTrue(graph.forGraph());
        assertEquals(Set.of(), faults("", "\"aud\":\"https://graph.microsoft.com\""), "a server of one's own");
    }

    @Test
    void microsoftWantsAScopeForSending() {
        String aud = "\"aud\":\"https://outlook.office.com\",";
        assertEquals(Set.of(), faults("microsoft-365", aud + "\"scp\":\"IMAP.AccessAsUser.All SMTP.Send\""));
        assertEquals(Set.of(), faults("microsoft-365", aud + "\"roles\":[\"SMTP.SendAsApp\"]"));
        assertEquals(Set.of(), faults("microsoft-365", aud + "\"x\":1"), "no scopes, nothing known");
        TokenCheck reading =
                check("", aud + "\"scp\":\"IMAP.AccessAsUser.All\"").orElseThrow();
        assertEquals(Set.of(Fault.SCOPE), reading.faults(), "the audience names Exchange Online");
        assertTrue(reading.forReading());
    }

    @Test
    void googleGivesReadableTokensOnlyToTellWhoSomebodyIs() {
        assertTrue(check("gmail", "\"iss\":\"https://accounts.google.com\"")
                .orElseThrow()
                .identity());
        assertEquals(Set.of(Fault.SCOPE), faults("gmail", "\"scope\":\"openid https://mail.google.com/x\""));
        assertEquals(Set.of(), faults("gmail", "\"scope\":\"openid https://mail.google.com/\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Wonder-Land-42",
                "ya29.a0AfB_byDummyDummyDummyDummyDummyDummyDummyDummy",
                "EwBIA8l6BAAUbDba3x2OMJElkF7gJ4z/VbCPEz0AAQ==",
                "eyJ",
                "eyJ..",
                "eyJhbGciOiJub25lIn0.%%%.x",
                "eyJhbGciOiJub25lIn0.bm90IGpzb24.x",
                "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.x.y.z",
                "eyJhbGciOiJub25lIn0.W10.x",
            })
    void whatCannotBeReadSaysNothing(String secret) {
        assertEquals(Optional.empty(), TokenCheck.of(Secret.of(secret), Optional::empty, NOW));
    }

    @Test
    void isBounded() {
        assertEquals(Optional.empty(), check("", "\"a\":\"" + "x".repeat(40_000) + "\""), "too long");
        assertNull(Claims.parse("{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}"), "too deep");
        assertEquals(Set.of(), faults("", "\"exp\":9999999999999999999999"), "no time");
        assertEquals(Set.of(), faults("", "\"exp\":\"soon\""), "no time");
        assertEquals(Set.of(Fault.EXPIRED), faults("", "\"exp\":1516239022.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"open}",
                "{a:1}",
                "[]",
                "{\"a\":{\"b\"}}",
                "{\"a\":1 \"b\":2}",
                "null"
            })
    void brokenClaimsAreNone(String json) {
        assertNull(Claims.parse(json));
    }

    @Test
    void claimsOfEveryKindAreRead() {
        assertEquals(
                Map.of(
                        "t", List.of("a\"\\/\b\f\n\r\t\u00e9"),
                        "n", List.of("-1.5e+3"),
                        "l", List.of("1", "two"),
                        "e", List.of(),
                        "o", List.of(),
                        "b", List.of("true")),
                Claims.parse("{ \"t\" : \"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\", \"n\":-1.5e+3, \"l\":[1, \"two\"],"
                        + " \"e\":[], \"o\":{\"x\":{},\"y\":[{}]}, \"b\":true }"));
    }

    @Test
    void nothingOfTheTokenIsShown() {
        String token = token("\"aud\":\"canary-audience\",\"scp\":\"canary-scope\",\"iss\":\"canary-issuer\"");
        String shown = AccessToken.read(Secret.of(token)).orElseThrow() + " "
                + TokenCheck.of(Secret.of(token), Optional::empty, NOW).orElseThrow();
        assertFalse(shown.contains("canary"), shown);
    }

    private static Set<Fault> faults(String service, String claims) {
        return check(service, claims).orElseThrow().faults();
    }

    private static Optional<TokenCheck> check(String service, String claims) {
        return TokenCheck.of(
                Secret.of(token(claims)),
                () -> service.isEmpty() ? Optional.empty() : MailServices.load().named(service),
                NOW);
    }

    private static String token(String claims) {
        return part("{\"alg\":\"RS256\"}") + "." + part("{" + claims + "}") + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
