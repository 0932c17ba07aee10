package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.transcript.Event;
import java.util.Locale;

/**
 * What we called ourselves with EHLO or HELO, and what a server may dislike about it (RFC 5321 4.1.1.1, 4.1.4).
 *
 * @param value a domain name or an address literal
 */
record ClientName(String value) {

    /** The name of the latest EHLO or HELO; empty when none was sent. */
    static ClientName of(Case subject) {
        return new ClientName(subject.transcript().all(Event.CommandSent.class).stream()
                .map(Event.CommandSent::display)
                .filter(line -> line.startsWith("EHLO ") || line.startsWith("HELO "))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(5))
                .orElse(""));
    }

    boolean isAddressLiteral() {
        return value.startsWith("[");
    }

    boolean hasUnderscore() {
        return value.indexOf('_') >= 0;
    }

    /** Whether it is a name that means nothing outside its own network. */
    boolean isLocal() {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean bare = !isAddressLiteral() && lower.indexOf('.') < 0;
        return bare || lower.endsWith(".local") || lower.endsWith(".localdomain") || lower.endsWith(".internal");
    }

    void describe(Draft draft) {
        draft.argument("ehlo-name", value)
                .flag("name-is-literal", isAddressLiteral())
                .flag("name-is-local", isLocal() && !hasUnderscore())
                .flag("name-has-underscore", hasUnderscore());
    }
}
