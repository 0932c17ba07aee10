package dev.smtpdiag.render;

import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.language.Messages;
import java.util.Locale;

/** How a provider wants to be logged in to, in a few words. */
final class MailServiceWords {

    private final Messages messages;

    MailServiceWords(Messages messages) {
        this.messages = messages;
    }

    /** User name and password in a cell of a table: {@code address, app password}. */
    String login(MailService service) {
        return messages.get("login", shortUser(service), messages.get("password.short." + id(service.password())));
    }

    private String shortUser(MailService service) {
        return service.fixedUser().isEmpty() ? messages.get("user.short." + id(service.user())) : service.fixedUser();
    }

    String user(MailService service) {
        return messages.get("user." + id(service.user()), service.fixedUser());
    }

    String password(MailService service) {
        String kind = messages.get("password." + id(service.password()));
        return service.form().isEmpty() ? kind : messages.get("password.form", kind, service.form());
    }

    /** Its host, or what its hosts look like where every user has another one. */
    static String host(MailService service) {
        return service.host().isEmpty() ? service.hosts().get(0) : service.host();
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
