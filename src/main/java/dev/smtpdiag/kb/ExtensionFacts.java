package dev.smtpdiag.kb;

import java.util.List;

/**
 * One row of {@code extensions.tsv}.
 *
 * @param keyword as a server announces it, in upper case
 * @param article the name of the words about it; keywords of one family share them
 * @param origin where it comes from
 * @param parameters what stands behind the keyword
 * @param since the year of its first definition; empty when nobody knows
 * @param where the places at which it is of use, by the ids of {@code docs/knowledge-base.md}
 * @param products that announce it, when it belongs to few
 * @param references to the documents that define it
 */
public record ExtensionFacts(
        String keyword,
        String article,
        Origin origin,
        Parameters parameters,
        String since,
        List<String> where,
        List<String> products,
        List<Reference> references) {

    /** Where a keyword comes from. */
    public enum Origin {
        /** Registered and in use. */
        STANDARD,
        /** Met on the wire, not registered. */
        VENDOR,
        /** Registered once, not to be used any more. */
        OBSOLETE
    }

    /** What may stand behind a keyword. */
    public enum Parameters {
        NONE,
        /** Octets. */
        SIZE,
        /** Names of SASL mechanisms. */
        MECHANISMS,
        /** {@code name=value}, several. */
        LIMITS,
        /** A time in seconds. */
        SECONDS,
        /** Seconds, then a date. */
        RELEASE,
        /** The name of a priority policy. */
        POLICY,
        /** Solicitation classes. */
        CLASSES,
        /** {@code imap} and addresses of IMAP servers. */
        SOURCES,
        /** Names of attributes. */
        ATTRIBUTES,
        /** One word that only the vendor understands. */
        OPAQUE
    }

    static ExtensionFacts of(Table.Row row) {
        String keyword = row.get("keyword");
        String article = row.get("article");
        return new ExtensionFacts(
                keyword,
                article.isEmpty() ? keyword : article,
                Facts.constant(Origin.values(), row.get("origin")),
                Facts.constant(Parameters.values(), row.get("parameters")),
                row.get("since"),
                row.list("where"),
                row.list("products"),
                row.references());
    }
}
