package dev.smtpdiag.session.tls;

import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Finds the alert in what JSSE throws: it names the alert in the text alone. */
public final class Alert {

    private static final String MARK = "fatal alert: ";

    private Alert() {}

    /** The name of the alert that the server sent (RFC 8446 6.2), or null when the failure was found by us. */
    public static @Nullable String in(SSLException exception) {
        String message = exception.getMessage();
        if (message == null || !message.startsWith("Received ")) {
            // "(handshake_failure) Received fatal alert: handshake_failure" on newer runtimes
            if (message == null || !message.contains("Received " + MARK)) {
                return null;
            }
        }
        int start = message.indexOf(MARK);
        return start < 0 ? null : message.substring(start + MARK.length()).strip();
    }

    /** What JSSE says, without the name in brackets that newer runtimes put in front: a report is the same on each. */
    static String words(SSLException exception) {
        String message = String.valueOf(exception.getMessage());
        int end = message.startsWith("(") ? message.indexOf(") Received ") : -1;
        return end < 0 ? message : message.substring(end + 2);
    }
}
