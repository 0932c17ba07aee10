package dev.smtpdiag.render;

/**
 * Colours and signs of text output. Colour carries nothing that the signs do not say.
 *
 * @param colour whether to use ANSI colours; the 16 basic ones, which every terminal theme keeps readable
 * @param unicode whether signs beyond ASCII may be used
 */
public record Theme(boolean colour, boolean unicode) {

    public static final Theme PLAIN = new Theme(false, true);

    private static final String RESET = "\u001b[0m";

    public String good(String text) {
        return paint("\u001b[32m", text);
    }

    public String bad(String text) {
        return paint("\u001b[31m", text);
    }

    public String warn(String text) {
        return paint("\u001b[33m", text);
    }

    public String strong(String text) {
        return paint("\u001b[1m", text);
    }

    /** For what a reader may skip. */
    public String faint(String text) {
        return paint("\u001b[2m", text);
    }

    public String goodSign() {
        return good(unicode ? "✓" : "+");
    }

    public String badSign() {
        return bad(unicode ? "✗" : "x");
    }

    public String warnSign() {
        return warn("!");
    }

    public String skipSign() {
        return faint(unicode ? "–" : "-");
    }

    /** Between the parts of a line. */
    public String dot() {
        return unicode ? " · " : ", ";
    }

    /** Where a text was cut. */
    public String ellipsis() {
        return unicode ? "…" : "...";
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? code + text + RESET : text;
    }
}
