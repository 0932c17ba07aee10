package dev.smtpdiag.kb;

import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.InputMatch.Reason;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns what a person typed or pasted into topics. Pure: whether there are words about them is another question. */
public final class InputReader {

    private static final String AROUND = " \t\r'\"`()[]{}<>,;:.!?*|";
    private static final String INTRODUCTIONS = " smtp esmtp error code reply status enhanced dsn ";
    private static final int LONGEST_LINE = 8192;

    private InputReader() {}

    /**
     * Reads a text of one line or many.
     *
     * @return what it is about, at least one element; the same text appears once. Where something failed, replies that
     *     report success are left out: they only led up to it.
     */
    public static List<InputMatch> read(String text) {
        List<InputMatch> matches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        InputMatch first = null;
        boolean continues = false;
        ServiceReader services = new ServiceReader();
        for (int start = 0; start <= text.length(); ) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            InputMatch match = readLine(text.substring(start, Math.min(end, start + LONGEST_LINE)), services);
            if (match instanceof Codes codes) {
                add(codes, continues, matches, seen);
                continues = isContinued(codes);
            } else if (!(match instanceof Nothing) && !matches.contains(match)) {
                matches.add(match);
            }
            boolean better = first instanceof Nothing nothing && nothing.reason() == Reason.EMPTY;
            first = first == null || better ? match : first;
            start = end + 1;
        }
        if (matches.isEmpty()) {
            return List.of(first == null ? new Nothing(Reason.EMPTY, "") : first);
        }
        return withoutPrelude(matches);
    }

    /** Reads one line. */
    static InputMatch readLine(String line, ServiceReader services) {
        String bare = bare(line);
        if (bare.isEmpty()) {
            return new Nothing(Reason.EMPTY, line.strip());
        }
        EnhancedStatusCode enhanced = EnhancedStatusCode.parse(bare);
        if (enhanced != null) {
            return new Codes(null, new EnhancedCodeTopic(enhanced), bare, true, bare);
        }
        if (isNumber(bare)) {
            return number(bare);
        }
        if (looksEnhanced(bare)) {
            return new Nothing(Reason.NO_SUCH_CLASS, bare);
        }
        InputMatch service = services.read(line);
        if (service != null) {
            return service;
        }
        Codes codes = ReplyMatcher.best(line);
        if (codes != null) {
            return codes;
        }
        int port = portIn(bare);
        return port > 0 ? new Port(port) : new Nothing(Reason.NO_CODE, line.strip());
    }

    /** Whether a number is that of a port for mail. */
    static boolean isPort(int number) {
        return number == 25 || number == 465 || number == 587 || number == 2525;
    }

    private static InputMatch number(String digits) {
        int number = digits.length() > 4 ? -1 : Integer.parseInt(digits);
        if (isPort(number)) {
            return new Port(number);
        }
        return digits.length() == 3
                ? new Codes(new ReplyCodeTopic(number), null, digits, true, digits)
                : new Nothing(Reason.NOT_THREE_DIGITS, digits);
    }

    private static void add(Codes codes, boolean continues, List<InputMatch> matches, Set<String> seen) {
        int last = matches.size() - 1;
        if (continues && last >= 0 && matches.get(last) instanceof Codes before && sameReply(before, codes)) {
            EnhancedCodeTopic enhanced = codes.enhanced() != null ? codes.enhanced() : before.enhanced();
            matches.set(last, new Codes(codes.reply(), enhanced, before.matched(), false, joined(before, codes)));
            return;
        }
        // A text rather than the record: its hashCode is generated when first used, which takes longer than the answer.
        if (seen.add(codes.names() + "\n" + codes.matched() + "\n" + codes.text())) {
            matches.add(codes);
        }
    }

    /** The text of a reply and its next line. */
    private static String joined(Codes before, Codes codes) {
        return before.text().length() > LONGEST_LINE ? before.text() : before.text() + " " + codes.text();
    }

    private static boolean sameReply(Codes one, Codes other) {
        return one.reply() != null && one.reply().equals(other.reply());
    }

    /** Whether the line says that another follows: {@code 535-5.7.8 …}. */
    private static boolean isContinued(Codes codes) {
        String matched = codes.matched();
        return codes.reply() != null && matched.length() > 3 && matched.charAt(3) == '-';
    }

    private static List<InputMatch> withoutPrelude(List<InputMatch> matches) {
        boolean failed = false;
        boolean refused = false;
        boolean announced = false;
        for (InputMatch match : matches) {
            failed |= match instanceof Codes codes && codes.isNegative();
            refused |= match instanceof Codes codes && codes.isNegative() && !codes.bare();
            announced |= match instanceof Announced;
        }
        if (!failed && !announced) {
            return matches;
        }
        List<InputMatch> kept = new ArrayList<>();
        for (InputMatch match : matches) {
            // A code that stands alone was asked for.
            boolean prelude =
                    match instanceof Codes codes ? !codes.isNegative() && !codes.bare() : isOffer(match) && refused;
            if (!prelude) {
                kept.add(match);
            }
        }
        return kept;
    }

    private static boolean isOffer(InputMatch match) {
        return match instanceof Announced || match instanceof Mechanism;
    }

    /** The line without quotes, brackets and full stops around it, and without "SMTP" or "error" before a code. */
    private static String bare(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && AROUND.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        String bare = line.substring(start, end);
        int lastSpace = bare.lastIndexOf(' ');
        if (lastSpace > 0 && isIntroduction(bare.substring(0, lastSpace))) {
            return bare(bare.substring(lastSpace + 1));
        }
        return bare;
    }

    /** Whether words say no more than that a code follows. */
    private static boolean isIntroduction(String words) {
        for (String word : words.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (!INTRODUCTIONS.contains(" " + word + " ")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Three numbers with two dots between them. */
    private static boolean looksEnhanced(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots == 2;
    }

    /** The port in {@code port 587} or {@code mail.example.com:587}, 0 when there is none. */
    private static int portIn(String text) {
        int start = text.length();
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        String digits = text.substring(start);
        boolean introduced = text.startsWith(":", start - 1) || text.regionMatches(true, start - 5, "port ", 0, 5);
        if (!introduced || digits.isEmpty() || digits.length() > 4) {
            return 0;
        }
        int port = Integer.parseInt(digits);
        return isPort(port) ? port : 0;
    }
}
