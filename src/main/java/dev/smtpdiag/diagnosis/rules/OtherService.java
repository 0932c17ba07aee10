package dev.smtpdiag.diagnosis.rules;

import java.util.Locale;

/** Services other than SMTP that are met behind a port by mistake, by the first octets that they send. */
enum OtherService {
    HTTP,
    SSH,
    POP3,
    IMAP,
    MYSQL,
    UNKNOWN;

    /** Which service speaks like this; RFC 9112 4, RFC 4253 4.2, RFC 1939 3, RFC 9051 7.1, the protocol of MySQL. */
    static OtherService speaking(String raw) {
        String start = raw.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("http/") || start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return HTTP;
        }
        if (start.startsWith("ssh-")) {
            return SSH;
        }
        if (start.startsWith("+ok")) {
            return POP3;
        }
        if (start.startsWith("* ok") || start.startsWith("* preauth") || start.startsWith("* bye")) {
            return IMAP;
        }
        boolean mysql =
                start.contains("mysql_native_password") || start.contains("mariadb") || start.contains("caching_sha2");
        return mysql ? MYSQL : UNKNOWN;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
