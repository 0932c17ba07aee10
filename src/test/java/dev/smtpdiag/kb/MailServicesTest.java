package dev.smtpdiag.kb;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Style;
import dev.smtpdiag.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of providers, its words, and how a server is recognised. */
class MailServicesTest {

    private static final MailServices SERVICES = MailServices.load();
    private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.in(Language.ENGLISH);
    private static final Path WORDS = Path.of("src/main/resources/kb/en/service");

    static List<MailService> all() {
        return SERVICES.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRowMakesSense(MailService service) {
        boolean ownHost = !service.host().isEmpty() && !service.hosts().isEmpty();
        assertAll(
                () -> assertTrue(service.id().matches("[a-z0-9-]+"), service.id()),
                () -> assertFalse(service.name().isBlank()),
                () -> assertFalse(service.ports().isEmpty()),
                () -> service.ports()
                        .forEach(port -> assertTrue(port.number() > 0 && port.number() < 65536, "" + port)),
                () -> assertTrue(service.ports().stream().distinct().count()
                        == service.ports().size()),
                () -> assertFalse(service.mechanisms().isEmpty()),
                () -> assertTrue(!ownHost || service.owns(service.host()), "its own host"),
                () -> service.hosts()
                        .forEach(pattern ->
                                assertTrue(pattern.indexOf('*') == pattern.lastIndexOf('*'), "one * at most")),
                () -> assertNotNull(Pattern.compile(service.shape())),
                () -> assertTrue(service.shape().isEmpty() || !service.form().isEmpty(), "a shape needs a form"),
                () -> assertEquals(
                        service.user() == MailService.User.FIXED,
                        !service.fixedUser().isEmpty()),
                () -> service.greetings().forEach(text -> assertEquals(text.toLowerCase(java.util.Locale.ROOT), text)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noHostBelongsToTwo(MailService service) {
        if (!service.host().isEmpty() && !service.hosts().isEmpty()) {
            List<String> owners = SERVICES.all().stream()
                    .filter(other -> other.owns(service.host()))
                    .map(MailService::id)
                    .toList();
            assertEquals(List.of(service.id()), owners);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRowHasWordsInForm(MailService service) throws IOException {
        Article article = KNOWLEDGE.article(service);
        Article.Section steps = article.section(Heading.DO);
        Article.Section notes = article.section(Heading.ELSE);
        String whole = Files.readString(WORDS.resolve(service.id() + ".md"));
        assertAll(
                () -> assertEquals(service.name(), article.title()),
                () -> assertEquals(1, article.summary().size()),
                () -> assertTrue(article.firstSentence().length() <= 140, article.firstSentence()),
                () -> assertEquals(Style.NUMBERED, steps == null ? null : steps.style()),
                () -> assertEquals(Style.BULLETS, notes == null ? null : notes.style()),
                () -> assertEquals(2, article.sections().size()),
                () -> whole.lines().forEach(line -> assertTrue(line.length() <= 90, line)),
                () -> assertEquals(0, whole.chars().filter(c -> c == '`').count() % 2),
                () -> assertEquals(-1, whole.indexOf('!')));
    }

    @Test
    void hasWordsForEveryRowAndNoOthers() throws IOException {
        try (Stream<Path> files = Files.list(WORDS)) {
            assertEquals(
                    SERVICES.all().stream().map(MailService::id).toList(),
                    files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .sorted()
                            .toList());
        }
        assertTrue(SERVICES.all().size() >= 40);
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.gmail.com, , gmail",
        "SMTP.Gmail.com., , gmail",
        "smtp-relay.gmail.com, , google-relay",
        "email-smtp.eu-west-1.amazonaws.com, , amazon-ses",
        "email-smtp..amazonaws.com, , ",
        "127.0.0.1, smtp.gmail.com ESMTP a640c23a62f3a-b9 - gsmtp, gmail",
        "localhost, email-smtp.amazonaws.com ESMTP SimpleEmailService-d-1 abc, amazon-ses",
        "10.1.2.3, SG ESMTP service ready at geopod-ismtpd-1, sendgrid",
        "127.0.0.1, 127.0.0.1 ESMTP Service Ready, proton-bridge",
        "127.0.0.1, mx.example.com ESMTP Postfix, ",
        "relay.example.com, smtp.strato.de ESMTP, strato",
        "smtp.office365.com, , microsoft-365",
        "smtp.office365.com.example.net, , ",
        "smtp.mail.yahoo.com, , yahoo",
        "smtppro.zoho.eu, , zoho",
        "gmail.com, , ",
    })
    void aServerIsRecognisedByItsNameAndByItsGreeting(String host, String greeting, String id) {
        Optional<String> found =
                SERVICES.of(host, greeting == null ? "" : greeting).map(MailService::id);
        assertEquals(Optional.ofNullable(id), found);
    }

    @Test
    void theHostCountsBeforeTheGreeting() {
        assertEquals(
                "yahoo",
                SERVICES.of("smtp.mail.yahoo.com", "x gsmtp").orElseThrow().id());
    }

    @ParameterizedTest
    @CsvSource({
        "gmail, gmail",
        "Gmail, gmail",
        "amazon ses, amazon-ses",
        "Microsoft 365, microsoft-365",
        "web.de, web-de",
        "NoSuch, ",
    })
    void isFoundByIdOrName(String text, String id) {
        assertEquals(Optional.ofNullable(id), SERVICES.named(text).map(MailService::id));
    }

    @ParameterizedTest
    @CsvSource({
        "gmail, abcdefghijklmnop, true",
        "gmail, abcd efgh ijkl mnop, true",
        "gmail, Wonder-Land-42, false",
        "icloud, abcd-efgh-ijkl-mnop, true",
        "amazon-ses, BAbcdefghijklmnopqrstuvwxyz0123456789+/ABCDE, true",
        "amazon-ses, wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY00, false",
        "sendgrid, SG.abc.def, true",
        "sendgrid, xkeysib-abc, false",
    })
    void passwordsHaveTheShapeThatTheProviderIssues(String id, String password, boolean fits) {
        assertEquals(fits, password.matches(SERVICES.named(id).orElseThrow().shape()));
    }
}
