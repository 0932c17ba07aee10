package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyParserTest {

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ServerOutput parse(String... lines) {
        return ReplyParser.parse(Stream.of(lines).map(ReplyParserTest::latin1).toList());
    }

    private static Reply reply(String... lines) {
        return assertInstanceOf(Reply.class, parse(lines));
    }

    private static MalformedReply malformed(String... lines) {
        return assertInstanceOf(MalformedReply.class, parse(lines));
    }

    @Test
    void readsOneLine() {
        Reply reply = reply("250 2.1.0 Ok\r\n");
        assertEquals(new ReplyCode(250), reply.code());
        assertEquals(new EnhancedStatusCode(2, 1, 0), reply.enhanced());
        assertEquals(List.of("2.1.0 Ok"), reply.lines());
        assertEquals(Set.of(), reply.deviations());
    }

    @Test
    void readsManyLinesAndKeepsTheirOrder() {
        Reply reply = reply("250-mx.example\r\n", "250-SIZE 1000\r\n", "250 HELP\r\n");
        assertEquals(List.of("mx.example", "SIZE 1000", "HELP"), reply.lines());
        assertEquals("mx.example SIZE 1000 HELP", reply.text());
        assertEquals("250 mx.example SIZE 1000 HELP", reply.oneLine());
        assertEquals(Set.of(), reply.deviations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"250\r\n", "250 \r\n", "250-\r\n", "250"})
    void aTextMayBeEmpty(String line) {
        Reply reply = reply(line);
        assertEquals(List.of(""), reply.lines());
        assertEquals("250", reply.oneLine());
        assertEquals(Set.of(), reply.deviations());
    }

    @Test
    void onlyTheFirstSpaceSeparates() {
        assertEquals(List.of("  two more"), reply("250   two more\r\n").lines());
    }

    @Test
    void theLastEnhancedCodeCounts() {
        assertEquals(
                new EnhancedStatusCode(5, 7, 1),
                reply("550-5.1.1 first\r\n", "550-5.7.1 second\r\n", "550 no code here\r\n")
                        .enhanced());
        assertNull(reply("550 no code here\r\n").enhanced());
    }

    @Test
    void bareLineFeed() {
        Reply reply = reply("250-a\r\n", "250 b\n");
        assertEquals(Set.of(Deviation.BARE_LF), reply.deviations());
        assertEquals(List.of("a", "b"), reply.lines());
        assertEquals(Set.of(Deviation.BARE_LF), reply("250\n").deviations());
    }

    @ParameterizedTest
    @CsvSource({"'220mx.example', mx.example", "'220_x', _x", "'220=go', =go"})
    void noSeparator(String line, String text) {
        Reply reply = reply(line + "\r\n");
        assertEquals(Set.of(Deviation.NO_SEPARATOR), reply.deviations());
        assertEquals(List.of(text), reply.lines());
    }

    @Test
    void aTabIsNoSeparator() {
        assertEquals(Set.of(Deviation.NO_SEPARATOR), reply("250\tok\r\n").deviations());
    }

    @Test
    void codesDifferAndTheLastDecides() {
        Reply reply = reply("250-mx.example\r\n", "421 bye\r\n");
        assertEquals(Set.of(Deviation.CODES_DIFFER), reply.deviations());
        assertEquals(new ReplyCode(421), reply.code());
        assertFalse(reply.isPositive());
    }

    @Test
    void aLineOf512OctetsIsNotTooLong() {
        String text = "x".repeat(512 - "250 ".length() - 2);
        assertEquals(Set.of(), reply("250 " + text + "\r\n").deviations());
        assertEquals(
                Set.of(Deviation.LINE_TOO_LONG), reply("250 " + text + "x\r\n").deviations());
    }

    @Test
    void nonAsciiInUtf8() {
        byte[] raw = "250 Grüße €\r\n".getBytes(StandardCharsets.UTF_8);
        Reply reply = assertInstanceOf(Reply.class, ReplyParser.parse(List.of(raw)));
        assertEquals(Set.of(Deviation.NON_ASCII), reply.deviations());
        assertEquals(List.of("Grüße €"), reply.lines());
    }

    @Test
    void nonAsciiInLatin1LosesNothing() {
        Reply reply = reply("250 Gr\u00fc\u00dfe\r\n");
        assertEquals(Set.of(Deviation.NON_ASCII), reply.deviations());
        assertEquals(List.of("Grüße"), reply.lines());
    }

    @ParameterizedTest
    @ValueSource(chars = {0, 7, 0x0b, '\r', 0x1b, 0x1f, 0x7f})
    void controlCharacters(char control) {
        Reply reply = reply("250 a" + control + "b\r\n");
        assertEquals(Set.of(Deviation.CONTROL_CHARACTERS), reply.deviations());
        assertEquals(List.of("a" + control + "b"), reply.lines());
    }

    @Test
    void aTabInsideTheTextIsAllowed() {
        assertEquals(Set.of(), reply("250 a\tb\r\n").deviations());
    }

    @ParameterizedTest
    @CsvSource({"250 5.1.0 Ok, true", "550 2.1.0 No, true", "450 5.1.0 Later, true", "450 4.1.0 Later, false"})
    void classesDiffer(String line, boolean differ) {
        assertEquals(
                differ ? Set.of(Deviation.CLASSES_DIFFER) : Set.of(),
                reply(line + "\r\n").deviations());
    }

    @Test
    void severalDeviationsAreAllNoted() {
        Reply reply = reply("250-\u00e4\u0001\n", "550x" + "y".repeat(520) + "\r\n", "550 2.0.0\r\n");
        assertEquals(Set.of(Deviation.values()), reply.deviations());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "25",
                "\r\n",
                "\n",
                "25\r\n",
                "abc\r\n",
                "2x0 no\r\n",
                " 250 ok\r\n",
                "2500 ok\r\n",
                "199 low\r\n",
                "600 high\r\n",
                "000 zero\r\n",
                "HTTP/1.1 400 Bad Request\r\n",
                "-50 x\r\n",
                "+25 x\r\n",
                "\u0662\u0665\u0660 ok\r\n"
            })
    void whatIsNoReplyIsMalformed(String line) {
        byte[] raw = line.getBytes(StandardCharsets.UTF_8);
        MalformedReply malformed = assertInstanceOf(MalformedReply.class, ReplyParser.parse(List.of(raw)));
        assertEquals(MalformedReply.Reason.NO_CODE, malformed.reason());
        assertEquals(List.of(line.replaceAll("\r?\n$", "")), malformed.lines());
    }

    @Test
    void oneBadLineMakesAllOfItMalformed() {
        MalformedReply malformed = malformed("250-mx.example\r\n", "SIZE\r\n", "250 HELP\r\n");
        assertEquals(List.of("250-mx.example", "SIZE", "250 HELP"), malformed.lines());
    }

    @ParameterizedTest
    @CsvSource({
        "'250-', true",
        "'250-x', true",
        "'250 x', false",
        "'250', false",
        "'250_-', false",
        "'2500-x', false",
        "'199-x', false",
        "'25-x', false",
        "'-250-', false",
        "'', false"
    })
    void continuationNeedsACodeAndAHyphen(String line, boolean expected) {
        assertEquals(expected, ReplyParser.continues(latin1(line)));
        assertEquals(expected, ReplyParser.continues(latin1(line + "\r\n")));
    }

    @ParameterizedTest
    @CsvSource({"'200', 200", "'599 x', 599", "'199', -1", "'600', -1", "'25', -1", "'2501', -1", "'250a', 250"})
    void codeOf(String line, int expected) {
        assertEquals(expected, ReplyParser.codeOf(latin1(line)));
    }

    @ParameterizedTest
    @EnumSource(Deviation.class)
    void everyDeviationCitesItsSection(Deviation deviation) {
        assertTrue(deviation.citation().matches("RFC \\d{4} [0-9.]+"), deviation.citation());
    }

    @Test
    void replyKnowsItsCode() {
        Reply reply = reply("354 go\r\n");
        assertTrue(reply.is(250, 354));
        assertFalse(reply.is(250, 251));
        assertFalse(reply.is());
        assertTrue(reply.isPositive());
    }
}
