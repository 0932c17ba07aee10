package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.Neutral;
import dev.smtpdiag.simulate.SessionEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints what happens in the sessions of a scripted server: a line each, in the notation of transcripts. */
final class SessionPrinter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Console console;
    private final Messages messages;
    private Runnable onClosed = () -> {};
    private int ended;

    SessionPrinter(Console console, Messages messages) {
        this.console = console;
        this.messages = messages;
    }

    /** What to do when nobody reads any more. */
    synchronized void onClosed(Runnable action) {
        onClosed = action;
    }

    synchronized void print(SessionEvent event) {
        String time = TIME.format(event.at().atZone(ZoneId.systemDefault()));
        console.out().println(time + " #" + event.session() + " " + Neutral.text(content(event)));
        ended += event.kind().isEnd() ? 1 : 0;
        if (console.out().checkError()) { // flushes
            onClosed.run();
            onClosed = () -> {};
        }
    }

    /** Says how many sessions there were. */
    synchronized void end() {
        console.out().flush();
        console.err().println(messages.get("simulate.ended", ended));
        console.err().flush();
    }

    private String content(SessionEvent event) {
        boolean tls = event.encrypted();
        return switch (event.kind()) {
            case CLIENT -> (tls ? " ~> " : " -> ") + event.text();
            case SERVER -> {
                boolean refusal = event.text().matches("[45][0-9]{2}([ -].*)?");
                String sign = refusal ? (tls ? "<~* " : "<** ") : tls ? "<~  " : "<-  ";
                yield sign + event.text();
            }
            case CONNECTED -> "=== " + messages.get("simulate.connected", event.text());
            case TLS -> "=== " + messages.get("simulate.handshake", event.text());
            case TLS_FAILED -> "*** " + messages.get("simulate.handshake-failed", event.text());
            case MESSAGE -> "=== " + messages.get("simulate.message", event.text());
            case LEFT -> "=== " + messages.get("simulate.left");
            case CLOSED -> "=== " + messages.get("simulate.closed");
            case HALF_CLOSED -> "*** " + messages.get("simulate.half-closed");
            case RESET -> "*** " + messages.get("simulate.reset");
            case CUT -> "*** " + messages.get("simulate.cut");
        };
    }
}
