package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.Neutral;
import dev.smtpdiag.render.TextWidth;
import dev.smtpdiag.scan.ScanListener;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.Transcript;
import java.time.Duration;

/** What a scan does, on standard error: one line that changes on a terminal, and a remark whenever it has to wait. */
final class ScanProgress implements ScanListener, AutoCloseable {

    private static final String ERASE = "\r\u001b[K";
    private static final int LONGEST_REPLY = 60;

    private final Console console;
    private final Messages words;
    private boolean shown;

    private ScanProgress(Console console) {
        this.console = console;
        this.words = Messages.ofTls(console.language());
    }

    static ScanProgress start(Console console) {
        return new ScanProgress(console);
    }

    @Override
    public void asking(String what, String about, int connection) {
        if (console.terminals().err()) {
            String doing = words.get("progress." + what, about);
            console.err().print(ERASE + words.get("progress", connection, doing));
            console.err().flush();
            shown = true;
        }
    }

    @Override
    public void turnedAway(Transcript stopped, Duration wait) {
        close();
        String why = Neutral.text(TextWidth.cut(reason(stopped), LONGEST_REPLY, "…"));
        console.err()
                .println("smtpdiag: "
                        + (wait.isZero()
                                ? words.get("gave-up", why)
                                : words.get("turned-away", why, wait.toSeconds())));
        console.err().flush();
    }

    @Override
    public void close() {
        if (shown) {
            console.err().print(ERASE);
            console.err().flush();
            shown = false;
        }
    }

    /** The reply that stopped it, or what happened in place of one. */
    private static String reason(Transcript stopped) {
        return stopped.firstFailure()
                .map(step -> step.reply().map(Reply::oneLine).orElseGet(() -> failure(step)))
                .orElse("");
    }

    private static String failure(Step step) {
        return step.failure().map(Failure::id).orElse("");
    }
}
