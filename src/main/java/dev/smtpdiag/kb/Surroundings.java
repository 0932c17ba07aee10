package dev.smtpdiag.kb;

import java.util.Locale;

/** What stands around a number and tells a code from a size, a port, an address, a date or an id. */
final class Surroundings {

    /** Behind a number: a size or a time. */
    private static final String UNITS =
            " ms msec s sec secs second seconds minutes hours days byte bytes octets kb mb gb kib mib"
                    + " gib bits percent ";

    /** Behind a number: things that are counted. */
    private static final String COUNTED =
            " recipients messages mails emails connections users addresses times lines attempts"
                    + " commands threads requests files entries characters ";

    /** Before a number that is no code. */
    private static final String QUANTITIES =
            " port ports size length line lines pid uid gid after took timeout limit maximum max delay"
                    + " about of than rfc http https errno version x least most over within every ";

    /** Before the version of a program. */
    private static final String PROGRAMS =
            " version v ver release exim postfix sendmail opensmtpd haraka dovecot python perl ruby"
                    + " php node java swaks openssl kernel linux esmtp nodemailer phpmailer mailkit angus spring"
                    + " server mta qpsmtpd zimbra ";

    /** Before a reply. */
    private static final String MARKERS =
            " said says code error err reply replied response responded responsecode status dsn smtp"
                    + " smtpcode answer answered got received returned return returns gives gave login exception"
                    + " failed failure refused rejected rejects reject with message me diag stat enhancedcode"
                    + " replycode ";

    private Surroundings() {}

    /** Whether a code can start here: not inside an address, a version, a decimal number, a date or an id. */
    static boolean mayStartCode(String line, int at) {
        if (at == 0) {
            return true;
        }
        char before = line.charAt(at - 1);
        if (Character.isWhitespace(before) || "'\"`<>*|~;#{".indexOf(before) >= 0) {
            return true;
        }
        char second = at > 1 ? line.charAt(at - 2) : ' ';
        return switch (before) {
            // "smtpd[535]" is the number of a process, "time(535)" an argument.
            case '(', '[' -> !Character.isLetterOrDigit(second);
            case '=', ':' -> isMarker(wordBefore(line, at));
            case '-' -> !Character.isLetterOrDigit(second);
            case ',' -> !Character.isDigit(second);
            default -> false;
        };
    }

    /** Whether a reply code can end here. */
    static boolean mayEndCode(String line, int end) {
        if (end >= line.length()) {
            return true;
        }
        char after = line.charAt(end);
        char second = end + 1 < line.length() ? line.charAt(end + 1) : ' ';
        if (Character.isWhitespace(after) || "'\"`<>)]};|*".indexOf(after) >= 0) {
            return true;
        }
        return switch (after) {
            case '-' -> !Character.isDigit(second) || line.startsWith(".", end + 2);
            case ',', '.', ':', '!', '?' -> !Character.isDigit(second);
            default -> false;
        };
    }

    /** The index behind what may stand between a reply code and its enhanced code: {@code (535, b'5.7.8 …')}. */
    static int skipGlue(String line, int end) {
        int at = end;
        while (at < line.length() && at - end < 6) {
            char c = line.charAt(at);
            boolean bytes = c == 'b' && at + 1 < line.length() && "'\"".indexOf(line.charAt(at + 1)) >= 0;
            if (!bytes && " -,:;('\"#".indexOf(c) < 0) {
                break;
            }
            at++;
        }
        return at;
    }

    /** Whether the number was the one that a client had hoped for: "expected 250 but got …". */
    static boolean isExpectation(String line, int at) {
        String before = line.substring(Math.max(0, at - 30), at).toLowerCase(Locale.ROOT);
        int expected = before.lastIndexOf("expect");
        return expected >= 0 && before.indexOf(" got ", expected) < 0 && before.indexOf(" but ", expected) < 0;
    }

    /** Whether a unit follows or the word before asks for a quantity. */
    static boolean isQuantity(String line, int at, int end) {
        return isAmong(UNITS, wordAfter(line, end)) || isAmong(QUANTITIES, wordBefore(line, at));
    }

    /** Whether things follow that are counted; at the start of a reply they would be its text. */
    static boolean isCount(String line, int end) {
        return isAmong(COUNTED, wordAfter(line, end));
    }

    /** Whether a word or a sign before the number announces a reply. */
    static boolean isIntroduced(String line, int at) {
        int before = at - 1;
        while (before >= 0 && " \t'\"`([{b".indexOf(line.charAt(before)) >= 0) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        // Arrows and prompts of logs ("<-", "<~*", "<=", "S:"), names of errors ("SMTPException: "), "smtp; 550".
        return ":<>-*=|~;".indexOf(line.charAt(before)) >= 0 || isMarker(wordBefore(line, at));
    }

    static boolean isEnclosed(String line, int at, int end) {
        return at > 0
                && end < line.length()
                && "([{'\"`".indexOf(line.charAt(at - 1)) >= 0
                && ")]}'\"`,".indexOf(line.charAt(end)) >= 0;
    }

    /** Whether the next word starts with a digit. */
    static boolean isNumberNext(String line, int end) {
        int at = end;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at > end
                && at + 1 < line.length()
                && Character.isDigit(line.charAt(at))
                && Character.isDigit(line.charAt(at + 1));
    }

    /** Whether the word before makes dotted numbers the version of a program. */
    static boolean isVersion(String line, int at) {
        return isAmong(PROGRAMS, wordBefore(line, at));
    }

    private static boolean isMarker(String word) {
        return isAmong(MARKERS, word);
    }

    /** Whether a list, with a space around each of its words, has this one. */
    private static boolean isAmong(String words, String word) {
        return !word.isEmpty() && words.contains(" " + word + " ");
    }

    /** The word that ends before an index, in lower case, with any quotes, brackets and spaces between left out. */
    private static String wordBefore(String line, int at) {
        int end = at;
        while (end > 0 && !Character.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        // Python's b'…' is no word.
        if (end > 1 && line.charAt(end - 1) == 'b' && !Character.isLetterOrDigit(line.charAt(end - 2)) && end < at) {
            return wordBefore(line, end - 1);
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(line.charAt(start - 1))) {
            start--;
        }
        return line.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static String wordAfter(String line, int end) {
        int start = end;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        int stop = start;
        while (stop < line.length() && Character.isLetter(line.charAt(stop))) {
            stop++;
        }
        return line.substring(start, stop).toLowerCase(Locale.ROOT);
    }
}
