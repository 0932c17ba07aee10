package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Keeps what one client sends and tells what happens in its session, without its secrets. Written by the session, read by
 * whoever asks the server.
 */
final class SessionLog {

    private static final int MAX_LINES = 1_000;
    /** What carries a login in SMTP (RFC 4954 4), and in the protocols of clients that are on the wrong port. */
    private static final Pattern LOGIN = Pattern.compile(
            "(?is)(\\s*(?:AUTH\\s+\\S+|\\S+\\s+(?:LOGIN|AUTHENTICATE)|PASS|APOP|(?:Proxy-)?Authorization:)\\s+)\\S.*");

    /** What a client says after a login is one of these, or perhaps a part of the login that came too late. */
    private static final Set<String> COMMANDS = Set.of(
            "EHLO",
            "HELO",
            "LHLO",
            "STARTTLS",
            "AUTH",
            "MAIL",
            "RCPT",
            "DATA",
            "BDAT",
            "RSET",
            "NOOP",
            "VRFY",
            "EXPN",
            "HELP",
            "QUIT");

    private final int session;
    private final Consumer<SessionEvent> listener;
    private final List<Account> accounts;
    private final List<RecordedSession.Line> lines = new ArrayList<>();
    private boolean loginBegun;

    /**
     * @param session its number
     * @param accounts whose passwords are not to be shown, should the script send them
     */
    SessionLog(int session, Consumer<SessionEvent> listener, List<Account> accounts) {
        this.session = session;
        this.listener = listener;
        this.accounts = accounts;
    }

    int session() {
        return session;
    }

    void heard(String line, boolean encrypted) {
        String verb = line.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        boolean secret = loginBegun && !COMMANDS.contains(verb) && !line.startsWith("(");
        loginBegun |= verb.equals("AUTH");
        add(secret ? Secret.MASK : LOGIN.matcher(line).replaceFirst("$1" + Secret.MASK), encrypted);
    }

    /** A response to a challenge (RFC 4954 4); only the asterisk that gives up is no secret. */
    void heardResponse(String line, boolean encrypted) {
        add(line.equals("*") ? line : Secret.MASK, encrypted);
    }

    /** What the server says, one or more lines of it. */
    void said(String octets, boolean encrypted) {
        for (String line : Octets.text(octets).split("\n", -1)) {
            if (!line.isEmpty()) {
                tell(SessionEvent.Kind.SERVER, withoutPasswords(line.stripTrailing()), encrypted);
            }
        }
    }

    /** Something that is no line. */
    void tell(SessionEvent.Kind kind, String text, boolean encrypted) {
        listener.accept(new SessionEvent(session, Instant.now(), kind, harmless(text), encrypted));
    }

    synchronized RecordedSession snapshot() {
        return new RecordedSession(lines);
    }

    private void add(String text, boolean encrypted) {
        synchronized (this) {
            if (lines.size() < MAX_LINES) {
                lines.add(new RecordedSession.Line(harmless(text), encrypted));
            }
        }
        tell(SessionEvent.Kind.CLIENT, text, encrypted);
    }

    private String withoutPasswords(String line) {
        String shown = line;
        for (Account account : accounts) {
            String password = account.password().reveal();
            shown = password.equals("*") ? shown : shown.replace(password, Secret.MASK);
        }
        return shown;
    }

    private static String harmless(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
