package dev.smtpdiag.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.ReplyCode;
import dev.smtpdiag.smtp.Secret;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server makes of the password, nothing of it reaches a transcript. */
class RedactionTest {

    private static final Duration TOOK = Duration.ZERO;
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
    private static final List<String> PASSWORDS = List.of(
            "canary-P4ss", "canary-P4ssw", "canary-P4sswo", "pässwörd€", "a b+c/d?e&f=g%", "~~~???>>>~~~", "abc");

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    private static String octets(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static String hex(String text, Charset charset) {
        return HexFormat.of().formatHex(text.getBytes(charset));
    }

    /** What a server may send back, one char an octet. */
    private static List<String> echoes(String password) {
        Charset utf8 = StandardCharsets.UTF_8;
        Charset utf16 = StandardCharsets.UTF_16LE;
        List<String> echoes = new ArrayList<>(List.of(octets(password, utf8), octets("x" + password + "y", utf8)));
        // User names of these lengths put the password at each of the three alignments.
        for (String user : List.of("u", "us", "use", "user@example.com")) {
            echoes.add(base64("\0" + user + "\0" + password, utf8));
            echoes.add(base64("wrong login of " + user + " with " + password + ", go away", utf8));
            echoes.add(base64("\0" + user + "\0" + password, utf16));
            echoes.add(base64("wrong " + user + " " + password + "!", utf16));
        }
        echoes.add(base64(password, utf8));
        echoes.add(base64(password, utf16));
        for (String prefix : List.of("", "x", "xy")) {
            String encoded = octets(prefix + password, utf8) + "z";
            echoes.add(Base64.getUrlEncoder().encodeToString(encoded.getBytes(StandardCharsets.ISO_8859_1)));
            echoes.add(base64(prefix, utf8).replace("=", "") + " " + octets(password, utf8));
        }
        echoes.add(URLEncoder.encode(password, utf8));
        echoes.add(URLEncoder.encode(password, utf8).replace("+", "%20"));
        echoes.add(ESCAPE.matcher(URLEncoder.encode(password, utf8))
                .replaceAll(m -> m.group().toLowerCase(Locale.ROOT)));
        echoes.add(hex(password, utf8));
        echoes.add(hex(password, utf8).toUpperCase(Locale.ROOT));
        echoes.add(hex("user " + password + " x", utf8));
        echoes.add(hex(password, utf16));
        return echoes;
    }

    private static Stream<Arguments> cases() {
        return PASSWORDS.stream()
                .flatMap(password -> echoes(password).stream().map(echo -> Arguments.of(password, echo)));
    }

    private static Recorder protecting(String password) {
        Recorder recorder = new Recorder(() -> 0, event -> {});
        recorder.protect(Secret.of(password));
        return recorder;
    }

    /** Records a text in each place where the words of a server can stand. */
    private static void recordEverywhere(Recorder recorder, String text) {
        String decoded = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Reply reply = new Reply(new ReplyCode(535), null, List.of("no", text, decoded), Set.of());
        MalformedReply malformed = new MalformedReply(MalformedReply.Reason.NO_CODE, List.of("no", text, decoded));
        recorder.record(stamp -> new Event.ReplyReceived(stamp, reply, text, TOOK));
        recorder.record(stamp -> new Event.MalformedReceived(stamp, malformed, text, TOOK));
        recorder.record(stamp -> new Event.UnexpectedBytes(stamp, text));
        recorder.record(stamp -> new Event.TimedOut(stamp, TOOK, text));
        recorder.record(stamp -> new Event.Closed(stamp, true, text, TOOK));
        recorder.record(stamp -> new Event.TlsFailed(stamp, null, "not TLS", text, TOOK));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingOfAnEchoSurvives(String password, String echo) {
        assertNotEquals(List.of(), Leaks.in(echo, password), "the check itself must see it: " + echo);
        Recorder recorder = protecting(password);
        recordEverywhere(recorder, "before " + echo + " after");
        List<Event> events = recorder.transcript().events();
        assertEquals(6, events.size());
        for (Event event : events) {
            String all = event.toString();
            assertEquals(List.of(), Leaks.in(all, password), all);
            assertTrue(all.contains("before ") && all.contains(" after"), all);
            assertTrue(all.contains(Secret.MASK), all);
        }
    }

    @Test
    void everythingElseOfAnEventStays() {
        Recorder recorder = protecting("canary");
        Reply reply = new Reply(new ReplyCode(535), null, List.of("a canary b"), Set.of());
        recorder.record(stamp -> new Event.ReplyReceived(stamp, reply, "535 a CANARY b\r\n", TOOK));
        recorder.record(stamp -> new Event.Closed(stamp, true, "canary", TOOK));
        recorder.record(stamp -> new Event.TlsFailed(stamp, "bad_record_mac", "detail", "", TOOK));
        Stamp first = new Stamp(1, Duration.ZERO, Stage.RESOLVE, false);
        Reply masked = new Reply(reply.code(), null, List.of("a " + Secret.MASK + " b"), Set.of());
        assertEquals(
                List.of(
                        new Event.ReplyReceived(first, masked, "535 a " + Secret.MASK + " b\r\n", TOOK),
                        new Event.Closed(new Stamp(2, TOOK, Stage.RESOLVE, false), true, Secret.MASK, TOOK),
                        new Event.TlsFailed(
                                new Stamp(3, TOOK, Stage.RESOLVE, false), "bad_record_mac", "detail", "", TOOK)),
                recorder.transcript().events());
    }

    @Test
    void severalEchoesInOneTextAreAllMasked() {
        Recorder recorder = protecting("canary");
        recorder.record(stamp ->
                new Event.UnexpectedBytes(stamp, "canarycanary, Canary " + base64("canary", StandardCharsets.UTF_8)));
        Event.UnexpectedBytes event =
                recorder.transcript().first(Event.UnexpectedBytes.class).orElseThrow();
        assertEquals(Secret.MASK + Secret.MASK + ", " + Secret.MASK + " " + Secret.MASK, event.raw());
    }

    @Test
    void aSecretInsideALongerFormGoesWithIt() {
        Recorder recorder = protecting("aaa");
        recorder.protect(Secret.of("aaabbb"));
        recorder.record(stamp -> new Event.UnexpectedBytes(stamp, "<aaabbb> <aaa>"));
        Event.UnexpectedBytes event =
                recorder.transcript().first(Event.UnexpectedBytes.class).orElseThrow();
        assertEquals("<" + Secret.MASK + "> <" + Secret.MASK + ">", event.raw());
    }

    @Test
    void whatWasRecordedBeforeProtectionIsLeftAlone() {
        Recorder recorder = new Recorder(() -> 0, event -> {});
        recorder.record(stamp -> new Event.UnexpectedBytes(stamp, "canary"));
        recorder.protect(Secret.of("canary"));
        assertEquals(
                "canary",
                recorder.transcript()
                        .first(Event.UnexpectedBytes.class)
                        .orElseThrow()
                        .raw());
    }

    @Test
    void secretsOfOneCharacterDestroyNoText() {
        Recorder recorder = protecting("a");
        recorder.record(stamp -> new Event.UnexpectedBytes(stamp, "an apple a day"));
        recorder.protect(Secret.of(""));
        recorder.record(stamp -> new Event.UnexpectedBytes(stamp, "an apple a day"));
        recorder.transcript()
                .all(Event.UnexpectedBytes.class)
                .forEach(event -> assertEquals("an apple a day", event.raw()));
    }
}
