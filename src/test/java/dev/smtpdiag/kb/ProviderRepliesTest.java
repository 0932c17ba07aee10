package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which provider a reply is known from. */
class ProviderRepliesTest {

    private final ProviderReplies replies = ProviderReplies.load();
    private final KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);

    @Test
    void everyExampleIsKnownAsItsOwnRow() {
        List<Executable> checks = new ArrayList<>();
        for (ProviderReply row : replies.rows()) {
            checks.add(() -> {
                ProviderMatch match = match(pasted(row));
                assertNotNull(match, row.id() + " does not know its own example");
                assertEquals(row.id(), match.row().id());
            });
        }
        assertAll(checks);
    }

    @Test
    void noExampleFitsToARowOfAnotherCause() {
        List<Executable> checks = new ArrayList<>();
        for (ProviderReply row : replies.rows()) {
            InputMatch input = InputReader.read(pasted(row)).get(0);
            String code = input instanceof Codes codes && codes.reply() != null
                    ? codes.reply().name()
                    : "";
            EnhancedStatusCode enhanced = input instanceof Codes codes && codes.enhanced() != null
                    ? codes.enhanced().code()
                    : null;
            String text = ProviderText.lower(ProviderText.of(pasted(row)));
            for (ProviderReply other : replies.fitting(code, enhanced, text)) {
                // What a row says of the receiver's resolver stands beside the name of the list.
                boolean resolver = row.id().equals("blocklist.spamhaus-resolver");
                checks.add(() -> assertTrue(resolver || row.cause() == other.cause(), row.id() + " and " + other.id()));
            }
        }
        assertAll(checks);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/smtpdiag/kb/provider-inputs.tsv", delimiter = '\t', quoteCharacter = '\0')
    void knowsWhatPeoplePaste(String expected, String input) {
        ProviderMatch match = match(input.replace(" / ", "\n"));
        assertEquals(expected, match == null ? "-" : match.row().id(), input);
    }

    @Test
    void tellsThePartThatMatched() {
        ProviderMatch match = match("534-5.7.14 <https://a.example> Please log in via\n534-5.7.14 Your web browser");
        assertNotNull(match);
        assertEquals("log in via Your web browser", match.matched());
        ProviderMatch parts = match("530 5.7.0 Must issue a STARTTLS command first. f6-20020a - gsmtp");
        assertNotNull(parts);
        assertEquals("Must issue a STARTTLS command first … gsmtp", parts.matched());
    }

    @Test
    void codesAloneAndSuccessAreOfNoProvider() {
        assertNull(match("535"));
        assertNull(match("5.7.139"));
        assertNull(match("250 2.0.0 Ok: relay access denied"));
    }

    @Test
    void rangesHoldTheirDetailsOnly() {
        ProviderReply.EnhancedRange range = ProviderReply.EnhancedRange.parse("5.7.606-649");
        assertTrue(range.holds(new EnhancedStatusCode(5, 7, 606)));
        assertTrue(range.holds(new EnhancedStatusCode(5, 7, 649)));
        assertFalse(range.holds(new EnhancedStatusCode(5, 7, 650)));
        assertFalse(range.holds(new EnhancedStatusCode(4, 7, 606)));
        assertFalse(range.holds(new EnhancedStatusCode(5, 1, 606)));
    }

    @Test
    void listsTheRowsOfAnEnhancedCode() {
        List<String> ids = new ArrayList<>();
        for (ProviderReply row : knowledge.providers(new EnhancedStatusCode(5, 7, 139))) {
            ids.add(row.id());
        }
        assertTrue(ids.contains("microsoft-365.auth-off-tenant"), ids.toString());
        assertTrue(ids.contains("microsoft-365.basic-auth-off"), ids.toString());
        assertEquals(List.of(), knowledge.providers(new EnhancedStatusCode(5, 7, 998)));
    }

    private ProviderMatch match(String input) {
        InputMatch match = InputReader.read(input).get(0);
        return match instanceof Codes codes ? knowledge.provider(codes) : knowledge.provider(input);
    }

    private static String pasted(ProviderReply row) {
        return row.example().replace(" / ", "\n");
    }
}
