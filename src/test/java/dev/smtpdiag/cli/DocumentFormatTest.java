package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.e2e.PublishedSchema;
import dev.smtpdiag.language.Resources;
import dev.smtpdiag.render.page.Xhtml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain} and {@code compare} in the formats for other programs. */
class DocumentFormatTest {

    private static final String HOSTILE =
            "550 5.7.1 </code></title><script>alert('x')</script> \" & ]]> `*_[a](b) \u0000\u0001\u001b[2J \ud800 \ufffe";

    static List<Path> goldenFiles() throws IOException {
        return ExplainGolden.files("formats");
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void writesAsBefore(Path file) throws IOException {
        String style = new String(Resources.read("site/page.css"), StandardCharsets.UTF_8);
        ExplainGolden.check(file, (arguments, console) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int exit = run(arguments, console, out);
            String document = out.toString(StandardCharsets.UTF_8);
            if (document.startsWith("{")) {
                assertEquals(List.of(), PublishedSchema.KNOWLEDGE.strictErrors(document));
            } else if (document.startsWith("<")) {
                assertEquals(List.of(), Xhtml.faults(document));
            }
            console.out().print(document.replace(style, "/* page.css */\n"));
            console.out().flush();
            return exit;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"535", "5.7.139", "577", "250 5.7.1 x", "465", "CRAM-MD5", "LIMITS RCPTMAX=5", "999"})
    void everyKindOfAnswerFitsTheSchema(String input) {
        String document = invoke("explain", "--format", "json", input).out();
        assertEquals(List.of(), PublishedSchema.KNOWLEDGE.strictErrors(document));
        assertTrue(document.startsWith("{\n  \"schemaVersion\": 1,\n"), document);
    }

    @Test
    void whatAPersonPastedCannotBecomeMarkup() {
        Invocation.Result html = invoke("explain", "--format", "html", HOSTILE, "SIZE <b>1</b>", "AUTH <i>");
        assertEquals(List.of(), Xhtml.faults(html.out()));
        assertFalse(html.out().contains("<script"), html.out());
        assertTrue(Xhtml.all(Xhtml.parse(html.out()), "code").stream()
                .anyMatch(code -> code.getTextContent().contains("<script>")));
        Invocation.Result markdown = invoke("explain", "--format", "markdown", HOSTILE);
        assertTrue(markdown.out().startsWith("Matched: ``"), markdown.out());
        assertFalse(markdown.out().contains("\u001b"), markdown.out());
        Invocation.Result json = invoke("explain", "--format", "json", HOSTILE);
        assertEquals(List.of(), PublishedSchema.KNOWLEDGE.strictErrors(json.out()));
    }

    @Test
    void aPastedLoginIsNotRepeated() {
        Invocation.Result result = invoke("explain", "--format", "json", "AUTH PLAIN AGFsaWNlAHNlY3JldA==");
        assertFalse(result.out().contains("AGFsaWNl"), result.out());
    }

    @Test
    void onlyWhatIsKnownMakesAPage() {
        Invocation.Result nothing = invoke("explain", "--format", "html", "abc");
        assertEquals("", nothing.out());
        assertEquals(1, nothing.exit());
        Invocation.Result half = invoke("explain", "--format", "html", "abc", "220");
        assertEquals(1, half.exit());
        assertTrue(half.out().contains("<h1 id=\"code-220\">"), half.out());
        Invocation.Result json = invoke("explain", "--format", "json", "abc");
        assertTrue(json.out().contains("\"reason\": \"no-code\""), json.out());
    }

    @Test
    void aReplyToEhloBecomesAList() {
        String ehlo = "250-mx.example.com\n250-SIZE 100\n250-STARTTLS\n250-PIPELINING\n250-DSN\n250 CHUNKING";
        String page = invoke("explain", "--format", "markdown", ehlo).out();
        assertTrue(page.contains("- **`DSN`**: "), page);
    }

    @Test
    void anUnknownFormatIsRefused() {
        Invocation.Result result = invoke("compare", "--format", "pdf", "450", "550");
        assertEquals(2, result.exit());
        assertEquals("smtpdiag: unknown format 'pdf': use text, json, markdown, html\n", result.err());
        assertEquals(2, invoke("explain", "--brief", "--format", "json", "535").exit());
    }

    @Test
    void textIsTheSameWithAndWithoutSayingSo() {
        assertEquals(
                invoke("explain", "535").out(),
                invoke("explain", "--format", "text", "535").out());
        assertEquals(
                invoke("compare", "450", "550").out(),
                invoke("compare", "450", "550", "--format=text").out());
    }

    private static int run(List<String> arguments, Console console, ByteArrayOutputStream out) {
        Console captured = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                console.err(),
                console.in(),
                console.environment(),
                console.terminals(),
                console.language());
        return new Smtpdiag().run(arguments.toArray(new String[0]), captured);
    }

    private static Invocation.Result invoke(String... arguments) {
        return new Invocation(
                        new ArrayList<>(List.of(arguments)), Map.of("LANG", "en_US.UTF-8"), "", Console.Terminals.NONE)
                .run();
    }
}
