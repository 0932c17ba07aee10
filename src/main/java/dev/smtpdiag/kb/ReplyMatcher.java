package dev.smtpdiag.kb;

import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import dev.smtpdiag.smtp.ReplyCode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reply in a line of a log, a bounce or an error message.
 *
 * <p>Every number that could be a code gets a weight by what stands around it; the heaviest wins, and of equals the last,
 * because a chain of hosts ends with the one that refused.
 */
final class ReplyMatcher {

    /** A reply code with an enhanced code of the same class behind it: hardly anything else looks like that. */
    private static final int CERTAIN = 100;

    private static final int LEADING = 80;
    private static final int LEADING_ENHANCED = 75;
    private static final int INTRODUCED = 70;
    private static final int INTRODUCED_ENHANCED = 45;
    private static final int ENCLOSED = 40;
    private static final int WEAK = 20;
    private static final int LONGEST_MATCH = 200;

    private final String line;
    private final int textStart;
    private int weight;
    private int start = -1;
    private @Nullable ReplyCodeTopic reply;
    private @Nullable EnhancedStatusCode enhanced;

    private ReplyMatcher(String line) {
        this.line = line;
        this.textStart = firstLetterOrDigit(line);
    }

    /** The codes that the line is about, or null when there are none. */
    static @Nullable Codes best(String line) {
        ReplyMatcher matcher = new ReplyMatcher(line);
        matcher.scan();
        if (matcher.start < 0) {
            return null;
        }
        EnhancedStatusCode enhanced = matcher.enhanced;
        EnhancedCodeTopic topic = enhanced == null ? null : new EnhancedCodeTopic(enhanced);
        return new Codes(matcher.reply, topic, matcher.matched(), false, matcher.text());
    }

    private void scan() {
        int i = 0;
        while (i < line.length()) {
            if (!isDigit(i)) {
                i++;
                continue;
            }
            int end = i;
            while (isDigit(end)) {
                end++;
            }
            if (Surroundings.mayStartCode(line, i)) {
                end = end - i == 3 ? replyAt(i) : enhancedAt(i, end);
            }
            i = end;
        }
    }

    /** Weighs a number of three digits and returns the index behind what belongs to it. */
    private int replyAt(int at) {
        int end = at + 3;
        int code = Integer.parseInt(line, at, end, 10);
        if (!ReplyCode.isValid(code) || !Surroundings.mayEndCode(line, end)) {
            return end;
        }
        int enhancedStart = Surroundings.skipGlue(line, end);
        EnhancedStatusCode found =
                enhancedStart > end ? EnhancedStatusCode.leading(line.substring(enhancedStart)) : null;
        if (found != null && Surroundings.isVersion(line, enhancedStart)) {
            found = null;
        }
        int weight = weightOfReply(at, found != null, found != null && found.classDigit() == code / 100);
        if (weight == 0) {
            return end;
        }
        offer(weight, at, new ReplyCodeTopic(code), found);
        return found == null ? end : enhancedStart + found.toString().length();
    }

    private int weightOfReply(int at, boolean hasEnhanced, boolean sameClass) {
        if (sameClass) {
            return CERTAIN;
        }
        if (Surroundings.isExpectation(line, at) || Surroundings.isQuantity(line, at, at + 3)) {
            return 0;
        }
        boolean numbersFollow = !hasEnhanced && Surroundings.isNumberNext(line, at + 3);
        if (at == textStart && !numbersFollow) {
            return LEADING;
        }
        if (Surroundings.isIntroduced(line, at)) {
            return INTRODUCED;
        }
        if (numbersFollow
                || Surroundings.isCount(line, at + 3)
                || InputReader.isPort(Integer.parseInt(line, at, at + 3, 10))) {
            return 0;
        }
        return Surroundings.isEnclosed(line, at, at + 3) ? ENCLOSED : WEAK;
    }

    /** Weighs a possible enhanced code without a reply code and returns the index behind it. */
    private int enhancedAt(int at, int end) {
        EnhancedStatusCode found = end - at == 1 ? EnhancedStatusCode.leading(line.substring(at)) : null;
        if (found == null) {
            return end;
        }
        int foundEnd = at + found.toString().length();
        // RFC 3463 has the subjects 0 to 7; beyond them it is the version of a program rather than a code.
        if (found.subject() > 7 || Surroundings.isVersion(line, at) || line.startsWith("-", foundEnd)) {
            return foundEnd;
        }
        if (reply != null && enhanced == null && found.classDigit() == reply.classDigit()) {
            enhanced = found;
        } else if (at == textStart) {
            offer(LEADING_ENHANCED, at, null, found);
        } else {
            offer(Surroundings.isIntroduced(line, at) ? INTRODUCED_ENHANCED : WEAK, at, null, found);
        }
        return foundEnd;
    }

    private void offer(int offered, int at, @Nullable ReplyCodeTopic code, @Nullable EnhancedStatusCode refined) {
        if (offered >= weight) {
            weight = offered;
            start = at;
            reply = code;
            enhanced = refined;
        }
    }

    /** The whole reply; a log may have folded its lines into one: {@code 550-5.7.26 … 550-5.7.26 … 550 5.7.26 …}. */
    private String text() {
        int first = reply == null ? -1 : line.indexOf(reply.name() + "-");
        boolean folded = first >= 0 && first < start && Surroundings.mayStartCode(line, first);
        return line.substring(folded ? first : start);
    }

    /** From the code to the end of the line or of the quotation that it opens. */
    private String matched() {
        int end = line.length();
        if (start > 0 && "'\"`(".indexOf(line.charAt(start - 1)) >= 0) {
            char closing = line.charAt(start - 1) == '(' ? ')' : line.charAt(start - 1);
            int close = line.indexOf(closing, start);
            end = close < 0 ? end : close;
        }
        return line.substring(start, Math.min(end, start + LONGEST_MATCH)).strip();
    }

    private boolean isDigit(int at) {
        return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    private static int firstLetterOrDigit(String line) {
        int at = 0;
        while (at < line.length() && !Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
