package dev.smtpdiag.smtp;

/**
 * A three-digit reply code whose first digit is 2 to 5 (RFC 5321 4.2 and 4.3.2).
 *
 * @param value the number, 200 to 599
 */
public record ReplyCode(int value) implements Comparable<ReplyCode> {

    /** What the first digit says about the command (RFC 5321 4.2.1). */
    public enum Severity {
        POSITIVE_COMPLETION,
        POSITIVE_INTERMEDIATE,
        TRANSIENT_NEGATIVE,
        PERMANENT_NEGATIVE
    }

    /** What the second digit says about the subject (RFC 5321 4.2.1). */
    public enum Category {
        SYNTAX,
        INFORMATION,
        CONNECTION,
        UNSPECIFIED,
        MAIL_SYSTEM
    }

    public ReplyCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a reply code: " + value);
        }
    }

    /** Whether a number can be a reply code at all. */
    public static boolean isValid(int value) {
        return value >= 200 && value <= 599;
    }

    public Severity severity() {
        return switch (value / 100) {
            case 2 -> Severity.POSITIVE_COMPLETION;
            case 3 -> Severity.POSITIVE_INTERMEDIATE;
            case 4 -> Severity.TRANSIENT_NEGATIVE;
            default -> Severity.PERMANENT_NEGATIVE;
        };
    }

    public Category category() {
        return switch (value / 10 % 10) {
            case 0 -> Category.SYNTAX;
            case 1 -> Category.INFORMATION;
            case 2 -> Category.CONNECTION;
            case 5 -> Category.MAIL_SYSTEM;
            default -> Category.UNSPECIFIED;
        };
    }

    public boolean isPositive() {
        return value < 400;
    }

    /** 4yz: the same command may succeed later. */
    public boolean isTransient() {
        return severity() == Severity.TRANSIENT_NEGATIVE;
    }

    /** 5yz: the same command will fail again. */
    public boolean isPermanent() {
        return severity() == Severity.PERMANENT_NEGATIVE;
    }

    @Override
    public int compareTo(ReplyCode other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
