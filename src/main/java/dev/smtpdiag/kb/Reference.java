package dev.smtpdiag.kb;

/**
 * A place in a document.
 *
 * @param document an id of {@code references.tsv}, such as {@code RFC5321}
 * @param section empty when the whole document is meant
 */
public record Reference(String document, String section) {

    /** Reads {@code RFC5321:4.2.3} or {@code IANA-ENH}. */
    static Reference parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Reference(text, "") : new Reference(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The document as people cite it: {@code RFC 5321}. */
    public String documentName() {
        return document.startsWith("RFC") ? "RFC " + document.substring(3) : document;
    }

    /** The place as people cite it: {@code RFC 5321 4.2.3}. */
    public String citation() {
        return section.isEmpty() ? documentName() : documentName() + " " + section;
    }
}
