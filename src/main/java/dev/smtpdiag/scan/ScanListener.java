package dev.smtpdiag.scan;

import dev.smtpdiag.transcript.Transcript;
import java.time.Duration;

/** Told of what a scan does, because it takes a while. */
public interface ScanListener {

    /**
     * A question is about to be asked.
     *
     * @param what names a text, as in {@link Gap}
     * @param about the version it is about
     * @param connection its number
     */
    void asking(String what, String about, int connection);

    /**
     * The server turned a connection away.
     *
     * @param stopped where and how
     * @param wait how long we leave it alone; zero when we give up
     */
    void turnedAway(Transcript stopped, Duration wait);

    /** Nobody listens. */
    ScanListener NONE = new ScanListener() {
        @Override
        public void asking(String what, String about, int connection) {}

        @Override
        public void turnedAway(Transcript stopped, Duration wait) {}
    };
}
