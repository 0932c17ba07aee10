package dev.smtpdiag.simulate;

import java.time.Instant;

/**
 * Something that happened in a session with a simulated server, with secrets masked.
 *
 * @param session counted from 1, in the order in which clients connect
 * @param text what was said, without line end and control characters; or what there is to know about the kind
 * @param encrypted whether it went over TLS
 */
public record SessionEvent(int session, Instant at, Kind kind, String text, boolean encrypted) {

    /** What happened. */
    public enum Kind {
        /** A client connected; the text is its address. */
        CONNECTED,
        /** The client sent a line. */
        CLIENT,
        /** The server sent a line. */
        SERVER,
        /** A handshake was done; the text is version, cipher suite and certificate. */
        TLS,
        /** A handshake failed; the text is what the TLS library says about it. */
        TLS_FAILED,
        /** A message was taken; the text is its number of octets. */
        MESSAGE,
        /** The client left, in whatever way. */
        LEFT,
        /** The server closed the connection. */
        CLOSED,
        /** The server closed its half of the connection, and then the client left. */
        HALF_CLOSED,
        /** The server reset the connection. */
        RESET,
        /** The server is being stopped, or the session took too long. */
        CUT;

        /** Whether it is the last event of its session. */
        public boolean isEnd() {
            return compareTo(LEFT) >= 0;
        }
    }
}
