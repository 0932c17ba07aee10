package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.JsonDocument;
import dev.smtpdiag.render.ReportText;
import dev.smtpdiag.render.Theme;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.smtp.Secret;
import dev.smtpdiag.transcript.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The password appears nowhere, in no encoding: in no scenario, and in nothing that we say ourselves. */
class CanaryTest {

    static List<Played> logins() {
        return Played.library().stream()
                .filter(played -> played.scenario().client().login().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("logins")
    void noReportOfALoginShowsThePassword(Played played) {
        Report report = played.report();
        KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);
        ReportText text = new ReportText(Theme.PLAIN, 120, Messages.ofReports(Language.ENGLISH), knowledge);
        assertAll(
                () -> assertEquals(List.of(), Canary.leaks(text.render(report, true, "exit.line")), "text"),
                () -> assertEquals(
                        List.of(), Canary.leaks(new JsonDocument("1", knowledge).render(List.of(report))), "JSON"),
                () -> assertEquals(List.of(), Canary.leaks(report.toString()), "the report as a string"));
    }

    @Test
    void theCanaryIsWhatTheScenariosUse() {
        Report report = Played.named("healthy").report();
        assertEquals(
                Canary.PASSWORD,
                report.plan().credentials().orElseThrow().password().reveal());
        assertEquals(0, report.exit().code().number(), "the server knows it as well");
    }

    @Test
    void aLoginThatWasSentIsShownAsAMask() {
        List<String> sent =
                Played.named("auth-rejected-login").report().transcript().all(Event.CommandSent.class).stream()
                        .map(Event.CommandSent::display)
                        .toList();
        assertTrue(sent.contains(Secret.MASK), sent.toString());
    }

    @Test
    void theSearchFindsEveryForm() {
        String blob = "\0alice\0" + Canary.PASSWORD;
        Base64.Encoder base64 = Base64.getEncoder();
        Map<String, String> texts = Map.of(
                "plain", "the password " + Canary.PASSWORD + " is wrong",
                "base64 of UTF-8", base64.encodeToString(blob.getBytes(StandardCharsets.UTF_8)),
                "base64 of UTF-16LE", base64.encodeToString(blob.getBytes(StandardCharsets.UTF_16LE)),
                "base64 of UTF-16BE", base64.encodeToString(blob.getBytes(StandardCharsets.UTF_16BE)),
                "base64 of ISO-8859-1", base64.encodeToString(blob.getBytes(StandardCharsets.ISO_8859_1)),
                "beginning, plain", "535 " + Canary.PASSWORD.substring(0, 12));
        texts.forEach((form, text) -> assertTrue(
                Canary.leaks(text).stream().anyMatch(leak -> leak.startsWith(form)), () -> form + " in " + text));
        assertEquals(List.of(), Canary.leaks("535 5.7.8 " + Secret.MASK));
    }

    @Test
    void noSentenceOfOursQuotesThePassword() {
        String[][] calls = {
            {"probe", "mx.example.com", "--password", Canary.PASSWORD},
            {"probe", "mx.example.com", "--user", "alice", "--password", Canary.PASSWORD, "--password-stdin"},
            {"probe", "mx.example.com", "--user", "alice", "--tls", "none", "--password", Canary.PASSWORD},
            {"probe", "mx.example.com", "--user", "alice", "--password=" + Canary.PASSWORD, "--no-such-option"},
            {"probe", "mx.example.com", "--user", "alice", "--password-command", "exit 3 # " + Canary.PASSWORD},
            {"probe", "smtp://alice:" + Canary.PASSWORD + "@mx.example.com"},
            {"probe", "mx.example.com", "--user", "alice", "--pasword", Canary.PASSWORD},
            {"probe", "--provider", "icloud", "--tls", "none", "--user", "alice", "--password", Canary.PASSWORD},
            {"probe", "mx.example.com", "--netrc", "--user", "alice", "--password", Canary.PASSWORD},
        };
        for (String[] call : calls) {
            Invocation.Result result = Invocation.of(call).probe(() -> new TestWorld(0).environment());
            assertTrue(result.exit() == 2 || result.exit() == 48, () -> List.of(call) + " ended with " + result);
            assertEquals(List.of(), Canary.leaks(result.out() + result.err()), () -> String.join(" ", call));
        }
    }

    @Test
    void noSentenceAboutANetrcFileQuotesIt(@TempDir Path folder) throws IOException {
        String[] contents = {
            "machine mx.example.com password \"" + Canary.PASSWORD + "\"",
            "machine other.example.com login alice password \"" + Canary.PASSWORD + "\"",
            "machine mx.example.com login alice password \"" + Canary.PASSWORD,
            "machine mx.example.com login alice account \"" + Canary.PASSWORD + "\"",
        };
        for (String content : contents) {
            Path file = Files.writeString(folder.resolve("netrc"), content);
            Invocation.Result result = Invocation.of("probe", "mx.example.com", "--netrc-file", file.toString())
                    .probe(() -> new TestWorld(0).environment());
            assertEquals(48, result.exit());
            assertEquals(List.of(), Canary.leaks(result.out() + result.err()), content);
        }
    }

    @Test
    void aCrashOfOursQuotesNoPassword() {
        Invocation.Result result = Invocation.of("probe", "mx.example.com", "--user", "alice", "--password-env", "PW")
                .with("PW", Canary.PASSWORD)
                .probe(() -> {
                    throw new IllegalStateException("cannot work with " + Canary.PASSWORD);
                });
        assertEquals(3, result.exit());
        assertEquals(List.of(), Canary.leaks(result.out() + result.err()));
    }
}
