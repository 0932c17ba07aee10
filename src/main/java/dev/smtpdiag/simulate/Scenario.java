package dev.smtpdiag.simulate;

import java.util.Optional;

/**
 * One server that misbehaves, and a client that would notice.
 *
 * @param name how people call it, in kebab case
 * @param title what the server does, in a sentence without a full stop
 * @param expectation what smtpdiag is expected to make of it, if the file says so
 * @param client what a client has to ask for to run into it
 * @param script what the server does
 */
public record Scenario(
        String name, String title, Optional<Expectation> expectation, ClientWishes client, Script script) {

    /** The same with another certificate wherever the server shows one. */
    public Scenario showing(CertificateKind certificate) {
        return new Scenario(name, title, expectation, client, script.showing(certificate));
    }
}
