package dev.smtpdiag.diagnosis;

/** One thing that can be wrong, and how it shows. A rule has no state. */
public interface Rule {

    /** The id of its finding. */
    String id();

    /** The severity of its finding unless the case changes it. */
    Severity severity();

    Basis basis();

    /** Where it stands: {@code RFC 4954 6}, or where the practice was seen. */
    String citation();

    /** Whether there is anything to look at. */
    boolean appliesTo(Case subject);

    /** Looks at it. Called only when it applies. */
    Outcome evaluate(Case subject);
}
