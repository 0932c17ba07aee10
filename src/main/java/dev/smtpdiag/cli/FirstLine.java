package dev.smtpdiag.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Reads all that a process prints, so that it can end, and keeps the first line. */
final class FirstLine {

    private static final int LONGEST = 64 * 1024;

    private final Thread thread;
    private final StringBuilder line = new StringBuilder();

    private FirstLine(InputStream in) {
        thread = new Thread(() -> read(in), "first line");
        thread.setDaemon(true);
    }

    static FirstLine of(InputStream in) {
        FirstLine first = new FirstLine(in);
        first.thread.start();
        return first;
    }

    /** The line, when the process has ended. */
    String await() throws InterruptedException {
        thread.join(1000);
        synchronized (line) {
            return line.toString();
        }
    }

    private void read(InputStream in) {
        try (Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean first = true;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                first &= c != '\n' && c != '\r';
                synchronized (line) {
                    if (first && line.length() < LONGEST) {
                        line.append((char) c);
                    }
                }
            }
        } catch (IOException e) {
            // The process is gone: what it printed by then is what there is.
        }
    }
}
