package dev.smtpdiag.scan;

import java.util.Locale;

/**
 * Something that could not be found out.
 *
 * @param what names a text: {@code version}, {@code suites}, {@code groups} …
 * @param about the version it is about; empty when it is about all
 * @param reason why not
 */
public record Gap(String what, String about, Reason reason) {

    /** Why something could not be found out. */
    public enum Reason {
        /** As many connections as allowed were made. */
        CONNECTIONS,
        /** The time is over. */
        TIME,
        /** The server turns connections away: 421, 4yz, refused or closed before TLS. */
        TURNED_AWAY,
        /** The server does not answer the ClientHello. */
        SILENT,
        /** The answer cannot be read. */
        UNREADABLE,
        /** This Java cannot do what the question needs. */
        NOT_POSSIBLE;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
