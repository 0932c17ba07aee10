package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's part in AUTH PLAIN (RFC 4616) and AUTH LOGIN, with and without initial response (RFC 4954 4). */
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
        Optional<Attempt> attempt = ask();
        if (attempt.isEmpty()) {
            return false;
        }
        boolean accepted = conversation.accounts().stream()
                .anyMatch(account ->
                        account.accepts(attempt.get().user(), attempt.get().password()));
        if (accepted) {
            conversation.loginSucceeded();
        }
        say(accepted ? words.accepted() : words.refused());
        return true;
    }

    /** What the client gives; absent when it gave up or made no sense, which it has been told by then. */
    Optional<Attempt> ask() throws IOException {
        String[] parts = conversation.command().strip().split("\\s+", 3);
        String mechanism = parts.length > 1 ? parts[1].toUpperCase(Locale.ROOT) : "";
        @Nullable String initial = parts.length > 2 ? parts[2] : null;
        return switch (mechanism) {
            case "PLAIN" -> plain(initial);
            case "LOGIN" -> userThenPassword(initial);
            default -> {
                say("504 5.5.4 Error: mechanism not supported");
                yield Optional.empty();
            }
        };
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
