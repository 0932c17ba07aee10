package dev.smtpdiag.simulate;

import java.util.function.Consumer;

/**
 * Where and for how long a simulated server listens, and who is told what happens. The consumers are called by several
 * sessions at once.
 *
 * @param address a name or an address of this machine
 * @param port 0 for any that is free
 * @param sessions after how many clients it listens no longer
 * @param events what happens in the sessions
 * @param messages what was accepted
 */
public record Listening(
        String address, int port, int sessions, Consumer<SessionEvent> events, Consumer<ReceivedMessage> messages) {

    /** On a free port of this machine, for no outside client, until it is closed. */
    static final Listening LOCAL = new Listening("127.0.0.1", 0, Integer.MAX_VALUE, event -> {}, message -> {});
}
