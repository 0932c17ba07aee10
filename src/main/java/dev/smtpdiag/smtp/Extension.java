package dev.smtpdiag.smtp;

import java.util.List;
import java.util.Locale;

/**
 * One service extension that a server announced in its reply to EHLO (RFC 5321 4.1.1.1, ehlo-line).
 *
 * @param keyword in upper case
 * @param parameters as sent
 */
public record Extension(String keyword, List<String> parameters) {

    public Extension {
        keyword = keyword.toUpperCase(Locale.ROOT);
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? keyword : keyword + " " + String.join(" ", parameters);
    }
}
