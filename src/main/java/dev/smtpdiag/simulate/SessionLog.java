package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps what one client sends, without its secrets. Written by the session, read by whoever asks the server. */
final class SessionLog {

    private static final int MAX_LINES = 1_000;
    private static final Pattern INITIAL_RESPONSE = Pattern.compile("(?is)(\\s*AUTH\\s+\\S+\\s+)\\S.*");

    private final List<RecordedSession.Line> lines = new ArrayList<>();

    void heard(String line, boolean encrypted) {
        add(INITIAL_RESPONSE.matcher(line).replaceFirst("$1" + Secret.MASK), encrypted);
    }

    /** A response to a challenge (RFC 4954 4); only the asterisk that gives up is no secret. */
    void heardResponse(String line, boolean encrypted) {
        add(line.equals("*") ? line : Secret.MASK, encrypted);
    }

    synchronized RecordedSession snapshot() {
        return new RecordedSession(lines);
    }

    private synchronized void add(String text, boolean encrypted) {
        if (lines.size() < MAX_LINES) {
            lines.add(new RecordedSession.Line(text.replaceAll("\\p{Cntrl}", "?"), encrypted));
        }
    }
}
