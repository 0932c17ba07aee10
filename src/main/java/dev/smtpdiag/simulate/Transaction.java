package dev.smtpdiag.simulate;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mail transaction of a session (RFC 5321 3.3), as far as the server accepted it. */
final class Transaction {

    /** What the scenarios announce with SIZE. */
    private static final int MOST_OCTETS = 52_428_800;

    private static final int MOST_RECIPIENTS = 1_000;

    private @Nullable String sender;
    private final List<String> recipients = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private long size;

    @Nullable
    String sender() {
        return sender;
    }

    boolean hasRecipient() {
        return !recipients.isEmpty();
    }

    /** Octets of the message so far, also of those that were too many to keep. */
    long size() {
        return size;
    }

    boolean isTooBig() {
        return size > MOST_OCTETS;
    }

    /** Takes note of a command that was answered with 2yz. */
    void accepted(String command) {
        String[] words = command.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "MAIL" -> {
                clear();
                sender = path(rest);
            }
            case "RCPT" -> {
                if (recipients.size() < MOST_RECIPIENTS) {
                    recipients.add(path(rest));
                }
            }
            case "EHLO", "HELO", "RSET", "STARTTLS" -> clear();
            default -> {
                // Changes nothing (RFC 5321 4.1.1).
            }
        }
    }

    void add(byte[] octets, int from, int length) {
        size += length;
        if (!isTooBig()) {
            content.write(octets, from, length);
        }
    }

    ReceivedMessage message(int session) {
        return new ReceivedMessage(
                session, Instant.now(), sender == null ? "" : sender, recipients, content.toByteArray());
    }

    /** Forgets all of it. */
    void clear() {
        sender = null;
        recipients.clear();
        content.reset();
        size = 0;
    }

    /** What stands in the angle brackets, without control characters; what a client wrote in place of them. */
    private static String path(String parameter) {
        int open = parameter.indexOf('<');
        int close = parameter.indexOf('>', open + 1);
        int colon = parameter.indexOf(':');
        String path = open >= 0 && close > open
                ? parameter.substring(open + 1, close)
                : parameter.substring(colon + 1).strip();
        return path.replaceAll("\\p{Cntrl}", "?");
    }
}
