package dev.smtpdiag.simulate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client's visit: plays the block that each of its commands asks for. */
final class Conversation {

    private static final String BEGINS_CHALLENGE = "334";

    private final Script script;
    private final Script defaults;
    private final Certificates certificates;
    private final Wire wire;
    private final SessionLog log;
    private String command = "";
    private boolean loggedIn;
    private boolean challenged;

    /**
     * A visit that has just begun.
     *
     * @param defaults what happens where the script does not say
     */
    Conversation(Script script, Script defaults, Certificates certificates, Wire wire, SessionLog log) {
        this.script = script;
        this.defaults = defaults;
        this.certificates = certificates;
        this.wire = wire;
        this.log = log;
    }

    /** Goes on until one side leaves. */
    void hold() throws IOException {
        play(script.connect().or(defaults::connect).orElse(List.of()));
        while (wire.isOpen()) {
            String line = wire.readLine();
            if (line == null) {
                return;
            }
            note(line);
            command = line;
            boolean encrypted = wire.isEncrypted();
            play(script.answer(line, encrypted, loggedIn)
                    .or(() -> defaults.answer(line, encrypted, loggedIn))
                    .orElse(List.of()));
        }
    }

    Wire wire() {
        return wire;
    }

    List<Account> accounts() {
        return script.accounts();
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
        wire.queue(octets);
    }

    /** Goes on under TLS; what was known of the client before no longer counts (RFC 3207 4.2). */
    void startTls(CertificateKind certificate) throws IOException {
        wire.flush(); // before the certificate is made, which takes a while the first time
        wire.startTls(certificates.context(certificate));
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

    /** Whether the message came to its end. */
    boolean takeMessage() throws IOException {
        int count = 0;
        String line = wire.readLine();
        while (line != null && !line.equals(".")) {
            count++;
            line = wire.readLine();
        }
        log.heard("(message of " + count + " lines)", wire.isEncrypted());
        return line != null;
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

    private void play(List<Action> actions) throws IOException {
        for (Action action : actions) {
            if (!action.play(this)) {
                break;
            }
        }
        if (wire.isOpen()) {
            wire.drip(Duration.ZERO);
        }
    }
}
