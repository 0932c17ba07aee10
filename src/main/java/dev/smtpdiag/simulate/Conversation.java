package dev.smtpdiag.simulate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client's visit: plays the blocks that each of its commands asks for. */
final class Conversation {

    private static final String BEGINS_CHALLENGE = "334";

    private final Layers layers;
    private final House house;
    private final Memory.OfSession memory;
    private final Wire wire;
    private final SessionLog log;
    private final Transaction transaction = new Transaction();
    private final MessageReader messages;
    private String command = "";
    private Occasion current;
    private boolean loggedIn;
    private boolean challenged;
    private boolean accepted;

    /** A visit that has just begun. */
    Conversation(Layers layers, House house, Wire wire, SessionLog log) {
        this.layers = layers;
        this.house = house;
        this.memory = house.memory().session();
        this.wire = wire;
        this.log = log;
        this.messages = new MessageReader(wire, transaction);
        this.current = Occasion.moment(Occasion.CONNECT, Situation.NEW);
    }

    /** Goes on until one side leaves. */
    void hold() throws IOException {
        answer(current);
        while (wire.isOpen()) {
            String line = wire.readLine();
            if (line == null) {
                return;
            }
            note(line);
            command = line;
            accepted = false;
            answer(Occasion.command(line, situation()));
        }
    }

    Wire wire() {
        return wire;
    }

    List<Account> accounts() {
        return layers.accounts();
    }

    /** The command that is being answered. */
    String command() {
        return command;
    }

    boolean isLoggedIn() {
        return loggedIn;
    }

    void loginSucceeded() {
        loggedIn = true;
    }

    void send(String octets) {
        challenged |= octets.startsWith(BEGINS_CHALLENGE);
        accepted |= octets.startsWith("2");
        log.said(octets, wire.isEncrypted());
        wire.queue(octets);
    }

    /** Sends one text, and another again and again. */
    void flood(String start, String more) throws IOException {
        log.said(start + more, wire.isEncrypted());
        wire.queue(start);
        wire.flood(more);
    }

    /** Goes on under TLS; what was known of the client before no longer counts (RFC 3207 4.2). */
    void startTls(CertificateKind certificate) throws IOException {
        wire.flush(); // before the certificate is made, which takes a while the first time
        try {
            String agreed = wire.startTls(house.certificates().context(certificate));
            log.tell(SessionEvent.Kind.TLS, agreed + ", certificate " + certificate.id(), true);
        } catch (IOException e) {
            log.tell(SessionEvent.Kind.TLS_FAILED, String.valueOf(e.getMessage()), false);
            throw e;
        }
        loggedIn = false;
    }

    /** Whether the client said anything before it left. */
    boolean hear() throws IOException {
        int count = wire.hear();
        if (count > 0) {
            log.heard("(" + count + " octets)", wire.isEncrypted());
        }
        return count > 0;
    }

    /** Sends one line and takes the answer for a secret; null when the client has left. */
    @Nullable
    String challenge(String line) throws IOException {
        send(line + "\r\n");
        challenged = false;
        String response = wire.readLine();
        if (response != null) {
            log.heardResponse(response, wire.isEncrypted());
        }
        return response;
    }

    /** Takes a message up to its final dot; whether the block goes on. */
    boolean takeMessage() throws IOException {
        play(Phase.AFTER, current);
        if (!wire.isOpen()) {
            return false;
        }
        int lines = messages.readToDot();
        log.heard("(message of " + lines + " lines)", wire.isEncrypted());
        return wire.isOpen() && complete();
    }

    /** Takes a part of a message; whether the block goes on. */
    boolean takeChunk() throws IOException {
        String[] words = command.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (words.length < 2 || !words[1].matches("\\d{1,9}")) {
            send("501 5.5.4 Syntax: BDAT count [LAST]\r\n");
            return false;
        }
        boolean whole = messages.read(Integer.parseInt(words[1]));
        return whole && (words.length < 3 || !words[2].equals("LAST") || complete());
    }

    /** Says what the script has to say about the end of a message; whether the block that took it goes on. */
    private boolean complete() throws IOException {
        current = Occasion.moment(Occasion.MESSAGE, situation());
        accepted = false;
        play(Phase.BEFORE, current);
        if (!wire.isOpen()) {
            return false;
        }
        if (transaction.isTooBig()) {
            send("552 5.3.4 Message size exceeds fixed limit\r\n");
            return false;
        }
        return !play(Phase.AT, current);
    }

    /** A message that was accepted counts as delivered, even when the client does not live to hear it. */
    private void keepMessage() {
        if (current.text().equals(Occasion.MESSAGE) && current.moment()) {
            if (accepted) {
                log.tell(SessionEvent.Kind.MESSAGE, Long.toString(transaction.size()), wire.isEncrypted());
                house.messages().accept(transaction.message(log.session()));
            }
            transaction.clear();
        }
    }

    /** A line that follows a challenge may hold a password, whatever the script makes of it. */
    private void note(String line) {
        if (challenged) {
            log.heardResponse(line, wire.isEncrypted());
        } else {
            log.heard(line, wire.isEncrypted());
        }
        challenged = false;
    }

    private Situation situation() {
        return new Situation(wire.isEncrypted(), loggedIn, transaction.sender(), transaction.hasRecipient());
    }

    private void answer(Occasion occasion) throws IOException {
        current = occasion;
        play(Phase.BEFORE, occasion);
        if (wire.isOpen()) {
            play(Phase.AT, occasion);
        }
        if (accepted) {
            transaction.accepted(command);
        }
        keepMessage();
        if (wire.isOpen()) {
            play(Phase.AFTER, current); // by now that may be the end of a message
        }
        if (wire.isOpen()) {
            wire.drip(Duration.ZERO);
        }
    }

    /** Whether there was anything to play. */
    private boolean play(Phase phase, Occasion occasion) throws IOException {
        List<Action> actions = layers.find(phase, occasion, memory).orElse(null);
        for (Action action : actions == null ? List.<Action>of() : actions) {
            if (!action.play(this)) {
                break;
            }
        }
        return actions != null;
    }
}
