package dev.smtpdiag.diagnosis.rules;

/** Makes text from a server fit to stand inside a sentence: printable, on one line, short. */
final class Excerpt {

    private static final int LINE = 60;

    private Excerpt() {}

    /** The text, cut where it gets too long. */
    static String of(String text, int longest) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), longest + 1));
        for (int i = 0; i < text.length() && printable.length() <= longest; i++) {
            printable.append(isPrintable(text.charAt(i)) ? text.charAt(i) : '?');
        }
        String whole = printable.toString();
        return whole.length() <= longest ? whole : whole.substring(0, longest - 1) + "…";
    }

    /** The first line of raw octets that holds anything. */
    static String firstLine(String raw) {
        return raw.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> of(line, LINE))
                .orElse("");
    }

    private static boolean isPrintable(char c) {
        int type = Character.getType(c);
        boolean directs =
                type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
        return !Character.isISOControl(c) && !directs;
    }
}
