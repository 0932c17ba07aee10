package dev.smtpdiag.kb;

import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a reply without what line breaks and copying add to it: white space is one space, and the codes that open
 * each line are left out, so that a sentence which runs over two lines is one sentence again.
 */
final class ProviderText {

    private static final int LONGEST = 4096;
    private static final int LONGEST_CODE = 12;

    private final String reply;
    private final int length;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private ProviderText(String reply) {
        this.reply = reply;
        this.length = Math.min(reply.length(), LONGEST);
    }

    static String of(String reply) {
        ProviderText cleaner = new ProviderText(reply);
        while (cleaner.at < cleaner.length) {
            cleaner.word();
        }
        return cleaner.text.toString();
    }

    /** In lower case, character by character, so that indexes stay the same. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(Character.toLowerCase(text.charAt(i)));
        }
        return lower.toString();
    }

    /** Runs of letters and digits. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private void word() {
        int space = spaceAt(at);
        if (space > 0) {
            at += space;
            return;
        }
        int behind = behindCodes();
        if (behind > at) {
            at = behind;
            return;
        }
        if (text.length() > 0) {
            text.append(' ');
        }
        while (at < length && spaceAt(at) == 0) {
            text.append(reply.charAt(at));
            at++;
        }
    }

    /** The length of white space here; a line break may also be written as a backslash and a letter. */
    private int spaceAt(int index) {
        char c = reply.charAt(index);
        if (c == '\\' && index + 1 < length && "nrt".indexOf(reply.charAt(index + 1)) >= 0) {
            return 2;
        }
        return Character.isWhitespace(c) || c == '\u00a0' ? 1 : 0;
    }

    /** The index behind a reply code that opens a line, an enhanced code, or both. */
    private int behindCodes() {
        int behind = at;
        if (isReplyCode()) {
            behind += Math.min(4, length - at);
        }
        EnhancedStatusCode enhanced = enhancedAt(behind);
        if (enhanced == null) {
            return behind;
        }
        int end = behind + enhanced.toString().length();
        return end >= length || spaceAt(end) > 0 ? end : behind;
    }

    private boolean isReplyCode() {
        for (int i = at; i < at + 3; i++) {
            if (i >= length || reply.charAt(i) < '0' || reply.charAt(i) > '9') {
                return false;
            }
        }
        boolean ends = at + 3 >= length || spaceAt(at + 3) > 0;
        // Between words only the code of the reply itself; others may mean something.
        return ends ? reply.regionMatches(at, reply, 0, 3) : reply.charAt(at + 3) == '-';
    }

    private @Nullable EnhancedStatusCode enhancedAt(int index) {
        boolean possible =
                index + 1 < length && reply.charAt(index + 1) == '.' && Character.isDigit(reply.charAt(index));
        return possible
                ? EnhancedStatusCode.leading(reply.substring(index, Math.min(length, index + LONGEST_CODE)))
                : null;
    }
}
