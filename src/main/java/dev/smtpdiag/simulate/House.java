package dev.smtpdiag.simulate;

import java.util.function.Consumer;

/**
 * What all sessions with one server share.
 *
 * @param certificates that it shows
 * @param memory of earlier sessions
 * @param messages takes those that were accepted; called by several sessions at once
 */
record House(Certificates certificates, Memory memory, Consumer<ReceivedMessage> messages) {}
