package dev.smtpdiag.kb;

import java.util.List;

/**
 * One row of {@code mechanisms.tsv}.
 *
 * @param name of the SASL mechanism, in upper case
 * @param article the name of the words about it; mechanisms of one family share them
 * @param usage how the registry of IANA sees it
 * @param strength what it is worth
 * @param credential what the client must have
 * @param stores what the server must keep
 * @param exposes whether what goes over the wire is as good as the password or token itself
 * @param references to the documents that define it
 */
public record MechanismFacts(
        String name,
        String article,
        Usage usage,
        Strength strength,
        Credential credential,
        Storage stores,
        boolean exposes,
        List<Reference> references) {

    /** How the registry of IANA sees a mechanism. */
    public enum Usage {
        COMMON,
        LIMITED,
        OBSOLETE,
        /** In use without being registered. */
        UNREGISTERED
    }

    /** What a mechanism is worth, the best first. */
    public enum Strength {
        /** Withstands an eavesdropper by itself. */
        STRONG,
        /** Does, with parts that age. */
        FAIR,
        /** As good as the TLS around it. */
        TLS,
        /** Broken or easy to guess against. */
        WEAK,
        /** Proves nothing. */
        NONE
    }

    /** What a client must have. */
    public enum Credential {
        PASSWORD,
        TOKEN,
        CERTIFICATE,
        TICKET,
        CODE,
        NOTHING
    }

    /** What a server must keep. */
    public enum Storage {
        /** A one-way hash of the password, of any kind. */
        HASH,
        /** The password, or something that logs in as well as it. */
        PLAINTEXT,
        /** A salted key that logs nobody in. */
        VERIFIER,
        /** Keys of its own for a third party's tickets or tokens. */
        TRUST,
        NOTHING
    }

    static MechanismFacts of(Table.Row row) {
        String name = row.get("name");
        String article = row.get("article");
        return new MechanismFacts(
                name,
                article.isEmpty() ? name : article,
                Facts.constant(Usage.values(), row.get("usage")),
                Facts.constant(Strength.values(), row.get("strength")),
                Facts.constant(Credential.values(), row.get("credential")),
                Facts.constant(Storage.values(), row.get("stores")),
                row.get("exposes").equals("yes"),
                row.references());
    }
}
