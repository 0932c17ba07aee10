package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The server's part in AUTH PLAIN (RFC 4616) and AUTH LOGIN, with and without initial response (RFC 4954 4), in CRAM-MD5 (RFC
 * 2195) and SCRAM-SHA-256 (RFC 7677).
 */
final class LoginExchange {

    /** What a client gave. */
    record Attempt(String user, Secret password) {}

    private final Conversation conversation;
    private final LoginWords words;

    LoginExchange(Conversation conversation, LoginWords words) {
        this.conversation = conversation;
        this.words = words;
    }

    /** Decides on a login; returns whether there was anything to decide. */
    boolean login() throws IOException {
        if (conversation.isLoggedIn()) {
            say("503 5.5.1 Error: already authenticated");
            return true;
        }
        Optional<Boolean> decided = decide();
        if (decided.isEmpty()) {
            return false;
        }
        boolean accepted = decided.get();
        if (accepted) {
            conversation.loginSucceeded();
        }
        say(accepted ? words.accepted() : words.refused());
        return true;
    }

    /** Whether the login is good; absent when there was none to decide on. */
    private Optional<Boolean> decide() throws IOException {
        return switch (mechanism()) {
            case "CRAM-MD5" -> digest();
            case "SCRAM-SHA-256" -> scram(initial());
            default ->
                ask().map(attempt -> conversation.accounts().stream()
                        .anyMatch(account -> account.accepts(attempt.user(), attempt.password())));
        };
    }

    /** What the client gives; absent when it gave up or made no sense, which it has been told by then. */
    Optional<Attempt> ask() throws IOException {
        @Nullable String initial = initial();
        return switch (mechanism()) {
            case "PLAIN" -> plain(initial);
            case "LOGIN" -> userThenPassword(initial);
            default -> {
                say("504 5.5.4 Error: mechanism not supported");
                yield Optional.empty();
            }
        };
    }

    private String mechanism() {
        String[] parts = conversation.command().strip().split("\\s+", 3);
        return parts.length > 1 ? parts[1].toUpperCase(Locale.ROOT) : "";
    }

    private @Nullable String initial() {
        String[] parts = conversation.command().strip().split("\\s+", 3);
        return parts.length > 2 ? parts[2] : null;
    }

    private Optional<Boolean> digest() throws IOException {
        String text = "<1896.697170952@mx.example.com>";
        String response = decode(challenge(text));
        if (response == null) {
            return Optional.empty();
        }
        int space = response.lastIndexOf(' ');
        String user = response.substring(0, Math.max(0, space));
        String given = response.substring(space + 1);
        return Optional.of(conversation.accounts().stream()
                .anyMatch(account -> account.user().equals(user)
                        && given.equals(hmacMd5(account.password().octets(), text))));
    }

    private static String hmacMd5(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no MD5", e);
        }
    }

    private Optional<Boolean> scram(@Nullable String initial) throws IOException {
        String first = decode(initial != null ? initial : challenge(""));
        if (first == null || !first.matches("[ny],.*,.*")) {
            return Optional.empty();
        }
        ScramServer server = new ScramServer(first);
        String last = decode(challenge(server.firstMessage()));
        if (last == null) {
            return Optional.empty();
        }
        boolean good = conversation.accounts().stream()
                .anyMatch(account -> account.user().equals(server.user()) && server.verifies(last, account.password()));
        if (good && words.proof() != LoginWords.Proof.MISSING) {
            boolean right = words.proof() == LoginWords.Proof.RIGHT;
            return decode(challenge(server.finalMessage(right))) == null ? Optional.empty() : Optional.of(true);
        }
        return Optional.of(good);
    }

    private Optional<Attempt> plain(@Nullable String initial) throws IOException {
        String message = decode(initial != null ? initial : challenge(""));
        if (message == null) {
            return Optional.empty();
        }
        String[] fields = message.split("\0", -1);
        if (fields.length != 3) {
            say("501 5.5.2 Error: not a PLAIN message");
            return Optional.empty();
        }
        return Optional.of(new Attempt(fields[1], Secret.of(fields[2])));
    }

    private Optional<Attempt> userThenPassword(@Nullable String initial) throws IOException {
        String user = decode(initial != null ? initial : challenge(words.userPrompt()));
        if (user == null) {
            return Optional.empty();
        }
        String password = decode(challenge(words.passwordPrompt()));
        return Optional.ofNullable(password).map(value -> new Attempt(user, Secret.of(value)));
    }

    private @Nullable String challenge(String prompt) throws IOException {
        return conversation.challenge("334 " + Base64.getEncoder().encodeToString(Octets.bytes(prompt)));
    }

    /** Null when there is nothing to decode. */
    private @Nullable String decode(@Nullable String response) {
        if (response == null) {
            return null;
        }
        if (response.equals("*")) {
            say("501 5.7.0 Authentication cancelled");
            return null;
        }
        try {
            // RFC 4954 4: a single = is the initial response of no octets.
            byte[] octets =
                    response.equals("=") ? new byte[0] : Base64.getDecoder().decode(response);
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            say("501 5.5.2 Error: cannot decode the response");
            return null;
        }
    }

    private void say(String line) {
        conversation.send(line + "\r\n");
    }
}
