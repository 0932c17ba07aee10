package dev.smtpdiag.diagnosis.login;

import java.util.Locale;

/** What can be odd about a user name or a password, the surest mistake first. */
public enum Slip {
    /** A variable of a shell, a pipeline or a template that nothing has replaced: {@code ${SMTP_PASSWORD}}. */
    PASSWORD_UNEXPANDED(Weight.SURE),
    USER_UNEXPANDED(Weight.SURE),
    /** What stands where a password should: asterisks, dots, {@code <password>}. */
    PASSWORD_MASK(Weight.SURE),
    /** Begins or ends with a line end: read from a file, or decoded from one that had it. */
    PASSWORD_LINE_END(Weight.SURE),
    /** Begins or ends with a blank. */
    PASSWORD_SPACE(Weight.SURE),
    USER_SPACE(Weight.SURE),
    /** Stands in quotation marks that belong to a file of settings. */
    PASSWORD_QUOTED(Weight.SURE),
    USER_QUOTED(Weight.SURE),
    /** The provider gives everybody the same word as the user name, and this is another. */
    USER_FIXED(Weight.SURE),
    /** The provider wants a whole address, and this has no domain. */
    USER_NEEDS_DOMAIN(Weight.SURE),
    /** The provider wants a key as the user name, and this is an address. */
    USER_NOT_KEY(Weight.SURE),
    /** The secret of an access key of AWS, where SES wants the SMTP password that is derived from it. */
    AWS_SECRET_KEY(Weight.SURE),
    /** The provider issues passwords of another form. */
    PASSWORD_FORM(Weight.SURE),
    /** Still as it stood in a URL: {@code %40} for {@code @}. */
    PASSWORD_ENCODED(Weight.LIKELY),
    USER_ENCODED(Weight.LIKELY),
    /** An access token of OAuth. */
    PASSWORD_TOKEN(Weight.LIKELY),
    PASSWORD_URL(Weight.LIKELY),
    PASSWORD_ADDRESS(Weight.LIKELY),
    /** Holds characters that nobody sees, such as a no-break space: RFC 4013 2.1 takes them away or makes them blanks. */
    PASSWORD_INVISIBLE(Weight.LIKELY),
    /** Holds characters that RFC 4013 2.3 forbids, such as controls. */
    PASSWORD_PROHIBITED(Weight.LIKELY),
    /** Has no domain; many servers want one. */
    USER_WITHOUT_DOMAIN(Weight.HINT),
    /** Is changed by the normalisation of RFC 4013 2.2, so that a server may compare something else. */
    PASSWORD_CHANGES(Weight.HINT),
    /** User name or password is not ASCII; servers disagree on how such text is sent. */
    NOT_ASCII(Weight.HINT),
    /** Decodes from Base64 to plain text. */
    PASSWORD_BASE64(Weight.HINT);

    /** How surely a slip is behind a login that was refused. */
    private enum Weight {
        SURE,
        LIKELY,
        HINT
    }

    private final Weight weight;

    Slip(Weight weight) {
        this.weight = weight;
    }

    /** {@code password-space}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nobody means it so. */
    public boolean isSure() {
        return weight == Weight.SURE;
    }

    /** Whether it is too weak to be told unless the login was refused without a reason. */
    public boolean isHint() {
        return weight == Weight.HINT;
    }

    /** Whether it is worth knowing although this server took the login: another server or program may not. */
    public boolean isFragile() {
        return switch (this) {
            case PASSWORD_LINE_END,
                    PASSWORD_SPACE,
                    USER_SPACE,
                    PASSWORD_INVISIBLE,
                    PASSWORD_PROHIBITED,
                    PASSWORD_CHANGES -> true;
            default -> false;
        };
    }
}
